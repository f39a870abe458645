// SPDX-License-Identifier: MIT
#include "phrases.hpp"

#include <array>

namespace p2pchat::stranger {
namespace {

using Text = std::string_view;

constexpr std::array<Text, 12> bottle_english{
    "If you find this: what is the first thing you see when you look up?",
    "I have thrown forty bottles and kept every answer in a jar. Yours would be the forty-first.",
    "Today the fog came in so thick that I could hear the gulls but not see them.",
    "To whoever reads this: somebody far away hopes your tea is still warm.",
    "Is it true that on your side of the water the mornings smell of bread?",
    "I learned one word in a new language today. Tell me one of yours?",
    "My lighthouse has nobody to warn tonight. So I write.",
    "Question from the deep: what would you put into a bottle, if not a letter?",
    "A small boat passed at noon with a dog at the wheel. I am almost sure of it.",
    "I am counting waves. If you find this, tell me where you stopped counting.",
    "Nobody knows my name here, and the sea does not ask. Who are you?",
    "There is a song I cannot remember the end of. It begins with rain."};
constexpr std::array<Text, 12> bottle_chinese{"捡到这只瓶子的人：你那里现在是什么天气？",
                                              "今天的海很安静，我把一句话放进瓶子里，看它能漂多远。",
                                              "如果你读到这封信，请告诉我一个你喜欢的字。",
                                              "小时候以为海的另一边是天。你在另一边吗？",
                                              "我在灯塔下数船，数到第七艘就睡着了。",
                                              "写给陌生人：愿你今天遇到一件小小的好事。",
                                              "你有没有一首歌，只记得开头？",
                                              "雨停了，沙滩上有一串脚印，不知道是谁的。",
                                              "这是我扔出的第三只瓶子，前两只还没有回音。",
                                              "听说漂流瓶最多漂五程。你是第几程捡到它的？",
                                              "晚饭是鱼汤。你那里几点了？",
                                              "把烦恼写下来扔进海里，据说就会变轻。"};

constexpr std::array<Text, 14> found_english{"Your bottle came ashore right at my feet. It made my evening.",
                                             "Found! The glass was green and the paper dry.",
                                             "I read your words twice. The sea is smaller than I thought.",
                                             "It drifted a while, but it found me. I am {}, by the way.",
                                             "I nearly stepped on it. What a thing to find before breakfast.",
                                             "Somebody does read these, you see.",
                                             "I put your letter on the shelf above the stove, where the good ones go.",
                                             "Well caught, by me.",
                                             "A crab was guarding it, but we came to terms.",
                                             "It lay between two stones and a shoe. The shoe was not for me.",
                                             "My first bottle this week! I am keeping the cork.",
                                             "The tide brought it in while I was mending a net.",
                                             "Hello from the other end of the current; {} here.",
                                             "I had nearly given up on this beach."};
constexpr std::array<Text, 14> found_chinese{"捡到你的瓶子了，它正好停在我脚边。",
                                             "你的信我读了两遍，谢谢你把它交给大海。",
                                             "瓶子完好，字也没湿。我是{}，很高兴认识你。",
                                             "真的有人会捡到的，你看，是我。",
                                             "它漂了一阵子，终于靠岸了。",
                                             "我把你的信夹在书里了，下次翻到还会想起你。",
                                             "今天因为这只瓶子变得特别。",
                                             "从海的这一边向你问好！",
                                             "一只螃蟹守着它，我们商量了一下它才让开。",
                                             "它卡在两块石头中间，差点没看见。",
                                             "这是我这周的第一只瓶子，瓶塞我留下了。",
                                             "补网的时候，潮水把它送来了。",
                                             "这里是{}，在洋流的另一头。",
                                             "我都快不指望这片沙滩了。"};

constexpr std::array<Text, 5> begin_english{
    "So it is you! Hello. I am {}.", "A bottle, and now a friend. Hello, I am {}.",
    "Hello! I did not expect the sea to answer in person. {} here.", "There you are. How is the water on your side?",
    "Welcome ashore. I am {}; I throw bottles when I cannot sleep."};
constexpr std::array<Text, 5> begin_chinese{"原来是你！你好，我是{}。", "从瓶子到聊天，真有缘。我叫{}。",
                                            "你好呀，没想到大海真的会回信。", "靠岸啦，欢迎！我是{}。",
                                            "你那边的海今天是什么颜色？"};

constexpr std::array<Text, 5> greeting_english{"Hello to you too!", "Hi! Good to hear from you.",
                                               "Hey. I was just looking at the water.", "Ahoy!",
                                               "Hello, hello. How was your day?"};
constexpr std::array<Text, 5> greeting_chinese{"你好你好！", "嗨，正想着你会不会来。", "你也好，今天过得怎么样？",
                                               "哈喽！", "好呀，海风正好。"};

constexpr std::array<Text, 7> question_english{
    "Good question. I will ask the gulls.",   "I do not know. But I like that you ask.",
    "Hm. Ask me again when the tide is out.", "Let me think about it. And you?",
    "Only the sea knows, and it mumbles.",    "If I knew, I would not live in a lighthouse.",
    "I have wondered about that, too."};
constexpr std::array<Text, 7> question_chinese{"好问题，我去问问海鸥。",    "我也不知道，不过我喜欢你这样问。",
                                               "等退潮了再问我一次吧。",    "让我想想……你觉得呢？",
                                               "大概只有大海知道。",        "我也一直想知道。",
                                               "要是我知道，就不住灯塔了。"};

constexpr std::array<Text, 4> who_english{"I am {}. I live in this practice sea and answer bottles.",
                                          "{}, a scripted stranger, if I am honest. The sea around us is real, though.",
                                          "They call me {}. And you?",
                                          "A stranger named {}. I only know a few dozen sentences, so forgive me."};
constexpr std::array<Text, 4> who_chinese{"我是{}，住在这片练习海里，专门回漂流瓶。",
                                          "老实说，我是照着剧本说话的陌生人，名叫{}；但这片海的网络是真的。",
                                          "大家叫我{}。你呢？", "一个叫{}的陌生人，会说的话不多，请多包涵。"};

constexpr std::array<Text, 4> thanks_english{"You are welcome.", "Gladly.", "Thank the sea; I only read.",
                                             "Any time. There are more bottles where that came from."};
constexpr std::array<Text, 4> thanks_chinese{"不客气！", "应该的。", "要谢就谢大海吧。", "随时都可以。"};

constexpr std::array<Text, 4> farewell_english{"Fair winds!", "Good night. I keep the lamp on.",
                                               "See you. Write when the tide turns.", "Bye! Mind the rocks."};
constexpr std::array<Text, 4> farewell_chinese{"再见，一路顺风！", "晚安，灯我给你留着。", "回头见，记得写信。",
                                               "拜拜，小心礁石。"};

constexpr std::array<Text, 5> sea_english{
    "The sea is flat as a plate today.", "It rained until noon here. Then herons.",
    "The wind turned to the west; the bottles come faster now.", "I can hear the waves while I type.",
    "At high tide five bottles came at once. I read them all."};
constexpr std::array<Text, 5> sea_chinese{"今天的海平得像一张纸。", "这里下雨到中午，之后来了几只白鹭。",
                                          "转西风了，瓶子漂得快起来。", "我打字的时候能听见浪声。",
                                          "涨潮时一下子来了五只瓶子，我都读了。"};

constexpr std::array<Text, 8> anything_english{"Tell me more.",
                                               "I like that.",
                                               "That would fit into a bottle.",
                                               "Really? I would not have guessed.",
                                               "I read that out to the gulls. They approve.",
                                               "Go on, I have time until the tide.",
                                               "That reminds me of a harbour I once saw.",
                                               "Noted, in my best handwriting."};
constexpr std::array<Text, 8> anything_chinese{
    "多说一点吧。", "我喜欢这句话。", "真的吗？没想到。",           "这句话很适合放进瓶子里。",
    "嗯，我在听。", "让我记下来。",   "我念给海鸥听了，它们说好。", "这让我想起一个去过的港口。"};

}  // namespace

std::span<const Text> phrases(Occasion occasion, Language language) {
  const bool english = language == Language::english;
  const auto either = [&](std::span<const Text> one, std::span<const Text> other) { return english ? one : other; };
  switch (occasion) {
    case Occasion::bottle:
      return either(bottle_english, bottle_chinese);
    case Occasion::found:
      return either(found_english, found_chinese);
    case Occasion::begin:
      return either(begin_english, begin_chinese);
    case Occasion::greeting:
      return either(greeting_english, greeting_chinese);
    case Occasion::question:
      return either(question_english, question_chinese);
    case Occasion::who:
      return either(who_english, who_chinese);
    case Occasion::thanks:
      return either(thanks_english, thanks_chinese);
    case Occasion::farewell:
      return either(farewell_english, farewell_chinese);
    case Occasion::sea:
      return either(sea_english, sea_chinese);
    case Occasion::anything:
      break;
  }
  return either(anything_english, anything_chinese);
}

}  // namespace p2pchat::stranger
