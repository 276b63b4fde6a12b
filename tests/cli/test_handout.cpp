// handout: what a therapist gets at the command line.
#include <catch2/catch.hpp>

#include "process.h"

using namespace myo::test;

TEST_CASE("a handout of a point is a PDF; what cannot be done is refused and leaves no file") {
    const Workplace place;
    const std::filesystem::path file = place.file("soleus.pdf");
    const Ran made = myoatlas(place, {"handout", "--point", "soleus.1:right", "--client", "Ana", "-o", file.string()});
    REQUIRE(made.code == 0);
    CHECK(made.err.empty());
    CHECK(readFile(file).starts_with("%PDF-"));

    const std::filesystem::path none = place.file("none.pdf");
    for (const auto& [arguments, words] : std::vector<std::pair<std::vector<std::string>, std::string>>{
             {{"--point", "solius.1"}, "soleus.1"},
             {{"--point", "soleus.1:both", "--point", "infraspinatus.1:both", "--point", "piriformis.1"}, "at most 4"},
             {{"--point", "soleus.1", "--paper", "a3"}, "paper"},
         }) {
        std::vector<std::string> call{"handout", "-o", none.string()};
        call.insert(call.end(), arguments.begin(), arguments.end());
        const Ran refused = myoatlas(place, call);
        CHECK(refused.code == 2);
        CHECK_THAT(refused.err, Catch::Contains(words));
    }
    const Ran noPractice = myoatlas(
        place, {"handout", "--point", "soleus.1", "--practice", place.file("no.toml").string(), "-o", none.string()});
    CHECK(noPractice.code == 1);
    CHECK_THAT(noPractice.err, Catch::Contains("no.toml"));
    CHECK_FALSE(std::filesystem::exists(none));
}
