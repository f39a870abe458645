// SPDX-License-Identifier: MIT
#pragma once
#include <array>
#include <string_view>

/// 256 things for each language, one for each value of an octet. Their order is part of what two people compare: it
/// never changes.
namespace p2pchat::presentation {

// clang-format off
inline constexpr std::array<std::string_view, 256> english_words{
    "anchor", "apple", "apron", "arrow", "autumn", "badge", "baker", "balcony", "bamboo", "banjo", "barley", "basket",
    "beacon", "beaver", "bench", "berry", "bicycle", "biscuit", "blanket", "blossom", "boat", "bottle", "bracelet",
    "branch", "brass", "bread", "breeze", "brick", "bridge", "broom", "brush", "bucket", "buffalo", "button", "cabin",
    "cable", "cactus", "camel", "camera", "candle", "canoe", "canvas", "canyon", "captain", "carpet", "carrot",
    "castle", "cat", "cedar", "cello", "chair", "chalk", "cherry", "chess", "chimney", "circle", "clay", "cliff",
    "clock", "cloud", "clover", "coach", "cobalt", "coconut", "coffee", "comet", "compass", "copper", "coral",
    "cotton", "cradle", "crane", "crayon", "cricket", "crown", "crystal", "cup", "curtain", "daisy", "dawn", "desert",
    "diamond", "dolphin", "donkey", "door", "dragon", "dream", "drum", "duck", "dune", "eagle", "earth", "echo",
    "elbow", "ember", "emerald", "engine", "envelope", "falcon", "farmer", "feather", "fence", "fern", "ferry",
    "fiddle", "finger", "flag", "flame", "flute", "forest", "fossil", "fountain", "fox", "frost", "galaxy", "garden",
    "garlic", "gate", "ginger", "giraffe", "glacier", "glove", "goat", "goose", "granite", "grape", "grass", "guitar",
    "hammer", "harbour", "harvest", "hazel", "hedge", "helmet", "heron", "hill", "honey", "horizon", "horse", "house",
    "ice", "igloo", "iris", "iron", "island", "ivory", "ivy", "jacket", "jaguar", "jasmine", "jelly", "jewel",
    "journal", "jungle", "kayak", "kettle", "key", "kitchen", "kite", "kitten", "ladder", "lagoon", "lake", "lamp",
    "lantern", "lark", "lemon", "leopard", "letter", "lily", "lion", "lizard", "llama", "lobster", "lotus", "magnet",
    "maple", "marble", "market", "meadow", "melon", "mill", "mirror", "monkey", "moon", "moss", "mountain", "mouse",
    "museum", "needle", "nest", "north", "nutmeg", "oak", "oasis", "ocean", "olive", "onion", "orange", "orchid",
    "otter", "owl", "oyster", "paddle", "palace", "panda", "paper", "parrot", "peach", "pebble", "pencil", "pepper",
    "piano", "pigeon", "pillow", "planet", "plum", "pocket", "pond", "potato", "prairie", "puzzle", "quail", "quartz",
    "rabbit", "radio", "raft", "rain", "raven", "ribbon", "river", "rocket", "rope", "saddle", "sailor", "salmon",
    "sand", "saturn", "shadow", "shell", "silver", "snow", "spider", "spoon", "spring", "squirrel", "star", "stone",
    "sugar", "summer", "sunset", "tiger", "tulip", "turtle", "violin", "whale",
};

inline constexpr std::array<std::string_view, 256> chinese_words{
    "大海", "灯塔", "沙滩", "帆船", "海鸥", "贝壳", "珊瑚", "鲸鱼", "海豚", "螃蟹", "码头", "渔网", "浪花", "岛屿",
    "港口", "船长", "月亮", "太阳", "星星", "彩虹", "闪电", "雪花", "春风", "秋雨", "云朵", "露水", "清晨", "黄昏",
    "银河", "流星", "火山", "冰川", "高山", "河流", "湖泊", "森林", "草原", "沙漠", "瀑布", "山谷", "田野", "花园",
    "果园", "竹林", "小路", "石桥", "城墙", "宫殿", "老虎", "狮子", "大象", "骆驼", "熊猫", "猴子", "松鼠", "兔子",
    "狐狸", "野狼", "山羊", "绵羊", "水牛", "骏马", "毛驴", "刺猬", "孔雀", "天鹅", "燕子", "喜鹊", "乌鸦", "鹦鹉",
    "老鹰", "公鸡", "鸭子", "鸽子", "企鹅", "乌龟", "青蛙", "蝴蝶", "蜜蜂", "蚂蚁", "蜻蜓", "蜘蛛", "蜗牛", "鲤鱼",
    "金鱼", "龙虾", "恐龙", "凤凰", "牡丹", "玫瑰", "荷花", "菊花", "梅花", "兰花", "桂花", "茉莉", "百合", "水仙",
    "芦苇", "松树", "柳树", "梧桐", "银杏", "枫叶", "竹笋", "蘑菇", "苹果", "香蕉", "西瓜", "葡萄", "草莓", "樱桃",
    "桃子", "柠檬", "橙子", "菠萝", "芒果", "石榴", "核桃", "花生", "红枣", "土豆", "萝卜", "白菜", "黄瓜", "茄子",
    "番茄", "南瓜", "辣椒", "洋葱", "大蒜", "生姜", "豆腐", "米饭", "面条", "饺子", "包子", "馒头", "月饼", "年糕",
    "鸡蛋", "牛奶", "蜂蜜", "白糖", "食盐", "酱油", "绿茶", "咖啡", "果汁", "美酒", "茶壶", "饭碗", "筷子", "勺子",
    "盘子", "菜刀", "铁锅", "炉灶", "水桶", "扫帚", "桌子", "椅子", "木床", "枕头", "被子", "窗帘", "地毯", "镜子",
    "台灯", "蜡烛", "火柴", "钥匙", "门铃", "雨伞", "背包", "行李", "帽子", "围巾", "手套", "毛衣", "裙子", "皮鞋",
    "袜子", "纽扣", "项链", "戒指", "眼镜", "手表", "铅笔", "毛笔", "墨水", "纸张", "书本", "字典", "地图", "信封",
    "邮票", "报纸", "黑板", "粉笔", "尺子", "剪刀", "胶水", "画笔", "钢琴", "吉他", "笛子", "二胡", "锣鼓", "喇叭",
    "风筝", "气球", "陀螺", "积木", "象棋", "足球", "篮球", "乒乓", "秋千", "滑梯", "火箭", "飞机", "火车", "汽车",
    "单车", "轮船", "马车", "卡车", "雪橇", "热气球", "车站", "机场", "学校", "医院", "商店", "超市", "银行", "邮局",
    "公园", "剧院", "博物馆", "图书馆", "教室", "厨房", "客厅", "阳台", "屋顶", "烟囱", "水井", "磨坊", "粮仓",
    "牧场", "锤子", "斧头", "锯子", "铁钉",
};
// clang-format on

}  // namespace p2pchat::presentation
