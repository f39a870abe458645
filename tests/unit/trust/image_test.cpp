// SPDX-License-Identifier: MIT
#include "trust/image.hpp"

#include "folder.hpp"
#include "trust/sha256.hpp"

#include <fcntl.h>
#include <gtest/gtest.h>
#include <unistd.h>

namespace p2pchat::test {
namespace {

using trust::Image;

std::string text_of(const Image& image) { return {image.octets().begin(), image.octets().end()}; }

TEST(Image, keeps_what_the_file_was_when_it_was_read) {
  const Folder folder;
  const auto file = folder.write("a.so", "before");
  std::string problem;
  const auto image = Image::of(file, "a.so", problem);
  ASSERT_TRUE(image) << problem;
  folder.write("a.so", "after, and longer");
  EXPECT_EQ(text_of(*image), "before");
  std::ifstream again(image->name_here());
  std::string word;
  again >> word;
  EXPECT_EQ(word, "before") << "under the name that the loader gets";
}

TEST(Image, cannot_be_changed_by_anybody) {
  const Folder folder;
  std::string problem;
  const auto image = Image::of(folder.write("a.so", "sealed"), "a.so", problem);
  ASSERT_TRUE(image) << problem;
  const int descriptor = ::open(image->name_here().c_str(), O_RDWR | O_CLOEXEC);
  if (descriptor >= 0) {
    EXPECT_LT(::write(descriptor, "x", 1), 0);
    EXPECT_LT(::ftruncate(descriptor, 0), 0);
    ::close(descriptor);
  }
  EXPECT_EQ(text_of(*image), "sealed");
}

TEST(Image, has_a_name_for_the_loader_that_no_later_image_gets) {
  const Folder folder;
  const auto file = folder.write("a.so", "x");
  std::string problem;
  const auto first = Image::of(file, "a.so", problem)->name_here();
  const auto second = Image::of(file, "a.so", problem)->name_here();
  EXPECT_NE(first, second);
}

TEST(Image, is_not_made_of_what_is_no_file) {
  const Folder folder;
  for (const auto& path : {folder.path(), folder / "absent", folder.write("empty.so", "")}) {
    std::string problem;
    EXPECT_FALSE(Image::of(path, "x", problem)) << path;
    EXPECT_FALSE(problem.empty()) << path;
  }
}

TEST(Sha256, is_what_sha256sum_prints) {
  const std::uint8_t abc[] = {'a', 'b', 'c'};
  EXPECT_EQ(trust::sha256(abc), "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
}

}  // namespace
}  // namespace p2pchat::test
