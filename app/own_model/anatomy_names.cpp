// Names of muscles and bones as published sets write them.
#include <algorithm>
#include <array>
#include <cctype>
#include <charconv>
#include <set>
#include <string_view>
#include <system_error>
#include <utility>

#include <fmt/format.h>

#include "core/table.h"
#include "own_model/anatomy_set.h"

namespace myo::own_model {

namespace {

using Words = std::vector<std::string>;

// Lower-case words; other spellings of the same word become one.
Words wordsOf(const std::string& text) {
    static const std::map<std::string, std::string> same{{"fibularis", "peroneus"},
                                                         {"scalene", "scalenus"},
                                                         {"1st", "first"},
                                                         {"2nd", "second"},
                                                         {"3rd", "third"},
                                                         {"flexors", "flexor"},
                                                         {"toe", "toes"},
                                                         {"interosseous", "interossei"},
                                                         {"lumbrical", "lumbricals"},
                                                         {"rotator", "rotatores"},
                                                         {"ring", "fourth"}};
    Words words;
    std::string word;
    const auto flush = [&] {
        if (!word.empty()) {
            const auto other = same.find(word);
            words.push_back(other == same.end() ? word : other->second);
            word.clear();
        }
    };
    for (const char c : text) {
        const auto u = static_cast<unsigned char>(c);
        if (std::isalnum(u) != 0) {
            word.push_back(static_cast<char>(std::tolower(u)));
        } else {
            flush();
        }
    }
    flush();
    return words;
}

bool has(const Words& words, const std::string& word) {
    return std::find(words.begin(), words.end(), word) != words.end();
}

std::optional<BodySide> takeSide(Words& words) {
    std::optional<BodySide> side;
    const auto take = [&](const char* word, BodySide meant) {
        if (std::erase(words, word) > 0) {
            side = meant;
        }
    };
    take("left", BodySide::left);
    take("l", BodySide::left);
    take("right", BodySide::right);
    take("r", BodySide::right);
    return side;
}

// 1 for "first" ... 12 for "twelfth"; 0 if no ordinal is among the words.
int ordinalIn(const Words& words) {
    constexpr std::array<std::string_view, 12> ordinals{"first",   "second", "third", "fourth", "fifth",    "sixth",
                                                        "seventh", "eighth", "ninth", "tenth",  "eleventh", "twelfth"};
    for (std::size_t i = 0; i < ordinals.size(); ++i) {
        if (std::find(words.begin(), words.end(), ordinals[i]) != words.end()) {
            return static_cast<int>(i) + 1;
        }
    }
    return 0;
}

// Fingers and toes may have names of their own.
int digitIn(const Words& words) {
    const int ordinal = ordinalIn(words);
    if (ordinal > 0) {
        return ordinal;
    }
    if (has(words, "thumb") || has(words, "big") || has(words, "great") || has(words, "hallux")) {
        return 1;
    }
    const std::array<std::pair<const char*, int>, 3> named{{{"index", 2}, {"middle", 3}, {"little", 5}}};
    for (const auto& [word, digit] : named) {
        if (std::count(words.begin(), words.end(), word) > (digit == 3 && has(words, "phalanx") ? 1 : 0)) {
            return digit;
        }
    }
    return 0;
}

std::string vertebraOf(const Words& words) {
    for (const std::string& word : words) {
        if (word.size() >= 2 && word.size() <= 3 && std::string_view("ctl").find(word[0]) != std::string_view::npos &&
            std::isdigit(static_cast<unsigned char>(word[1])) != 0) {
            return word;
        }
    }
    if (has(words, "atlas")) {
        return "c1";
    }
    if (has(words, "axis")) {
        return "c2";
    }
    const int n = ordinalIn(words);
    if (n > 0 && has(words, "vertebra")) {
        const char* level = has(words, "cervical")   ? "c"
                            : has(words, "thoracic") ? "t"
                            : has(words, "lumbar")   ? "l"
                                                     : "";
        return *level == '\0' ? "" : fmt::format("{}{}", level, n);
    }
    return {};
}

std::string digitBoneOf(const Words& words) {
    const int n = digitIn(words);
    if (n < 1 || n > 5) {
        return {};
    }
    if (has(words, "metacarpal")) {
        return fmt::format("mc{}", n);
    }
    if (has(words, "metatarsal")) {
        return fmt::format("mt{}", n);
    }
    if (!has(words, "phalanx")) {
        return {};
    }
    const bool foot = has(words, "foot") || has(words, "toes");
    const char* row = has(words, "proximal") ? "pp" : has(words, "distal") ? "dp" : "mp";
    return fmt::format("{}{}{}", foot ? "f" : "h", row, n);
}

// Teeth of a quarter are counted from the midline, 1 to 7.
std::string toothOf(const Words& words) {
    const bool upper = has(words, "upper") || has(words, "maxillary");
    if (!upper && !has(words, "lower") && !has(words, "mandibular")) {
        return {};
    }
    const bool second = has(words, "second");
    int number = 0;
    if (has(words, "incisor")) {
        number = has(words, "lateral") ? 2 : 1;
    } else if (has(words, "canine")) {
        number = 3;
    } else if (has(words, "premolar")) {
        number = second ? 5 : 4;
    } else if (has(words, "molar") && !has(words, "third")) {
        number = second ? 7 : 6;
    }
    return number == 0 ? "" : fmt::format("tooth_{}{}", upper ? 'u' : 'l', number);
}

// The id of a bone as the body knows it; empty if the words name none.
std::string boneOf(const Words& words) {
    if (std::string digit = digitBoneOf(words); !digit.empty()) {
        return digit;
    }
    if (std::string tooth = toothOf(words); !tooth.empty()) {
        return tooth;
    }
    if (has(words, "rib") && !has(words, "cartilage") && ordinalIn(words) > 0) {
        return fmt::format("rib{}", ordinalIn(words));
    }
    if (has(words, "rib") && has(words, "cartilage") && ordinalIn(words) > 0) {
        const int n = ordinalIn(words);
        return n >= 8 && n <= 10 ? "cart8_10" : fmt::format("cart{}", n);
    }
    if (std::string vertebra = vertebraOf(words); !vertebra.empty() && !has(words, "disc")) {
        return vertebra;
    }
    if (has(words, "cuneiform")) {
        for (const char* which : {"medial", "intermediate", "lateral"}) {
            if (has(words, which)) {
                return fmt::format("{}_cun", which);
            }
        }
    }
    static const std::map<std::string, std::string> single{{"femur", "femur"},
                                                           {"tibia", "tibia"},
                                                           {"fibula", "fibula"},
                                                           {"humerus", "humerus"},
                                                           {"radius", "radius"},
                                                           {"ulna", "ulna"},
                                                           {"scapula", "scapula"},
                                                           {"clavicle", "clavicle"},
                                                           {"patella", "patella"},
                                                           {"talus", "talus"},
                                                           {"calcaneus", "calcaneus"},
                                                           {"navicular", "navicular"},
                                                           {"cuboid", "cuboid"},
                                                           {"scaphoid", "scaphoid"},
                                                           {"lunate", "lunate"},
                                                           {"triquetrum", "triquetral"},
                                                           {"triquetral", "triquetral"},
                                                           {"pisiform", "pisiform"},
                                                           {"trapezium", "trapezium"},
                                                           {"trapezoid", "trapezoid"},
                                                           {"capitate", "capitate"},
                                                           {"hamate", "hamate"},
                                                           {"mandible", "mandible"},
                                                           {"sacrum", "sacrum"},
                                                           {"coccyx", "coccyx"},
                                                           {"hyoid", "hyoid"},
                                                           {"manubrium", "manubrium"},
                                                           {"xiphoid", "xiphoid"},
                                                           {"thyroid", "thyroid"},
                                                           {"cricoid", "cricoid"},
                                                           {"hip", "hip"},
                                                           {"frontal", "cranium"},
                                                           {"parietal", "cranium"},
                                                           {"occipital", "cranium"},
                                                           {"temporal", "cranium"},
                                                           {"sphenoid", "cranium"},
                                                           {"maxilla", "cranium"},
                                                           {"zygomatic", "cranium"},
                                                           {"nasal", "cranium"},
                                                           {"vomer", "cranium"},
                                                           {"ethmoid", "cranium"},
                                                           {"palatine", "cranium"},
                                                           {"lacrimal", "cranium"},
                                                           {"concha", "cranium"}};
    if (has(words, "sinus") || has(words, "cells") || (has(words, "nasal") && has(words, "cartilage"))) {
        return {};
    }
    if (has(words, "sternum") && !has(words, "manubrium")) {
        return "sternum";
    }
    for (const std::string& word : words) {
        if (const auto found = single.find(word); found != single.end()) {
            return found->second;
        }
    }
    return {};
}

// True if the muscle's own words are all in the name, and what is left over only says which part.
bool names(const Words& name, const Words& muscle) {
    static const std::set<std::string> neutral{
        "muscle",     "of",      "the",   "head",        "part",   "long",  "short",   "set",         "humeral",
        "ulnar",      "radial",  "deep",  "superficial", "hand",   "foot",  "brachii", "humeroulnar", "main",
        "transverse", "oblique", "belly", "first",       "second", "third", "fourth",  "001"};
    for (const std::string& word : muscle) {
        if (!has(name, word)) {
            return false;
        }
    }
    return std::all_of(name.begin(), name.end(),
                       [&](const std::string& word) { return has(muscle, word) || neutral.contains(word); });
}

bool clearlyOther(const Words& words) {
    static const std::array<const char*, 9> others{"tendon", "ligament", "fascia",      "nerve",      "artery",
                                                   "vein",   "bursa",    "retinaculum", "aponeurosis"};
    return std::any_of(others.begin(), others.end(), [&](const char* word) { return has(words, word); });
}

}  // namespace

Result<AnatomyNames> AnatomyNames::read(const std::filesystem::path& musclesTable) {
    auto read = Table::read(musclesTable, {"muscle_id", "pieces", "fma_ids"});
    if (!read) {
        return read.problem();
    }
    const Table& table = read.value();
    AnatomyNames all;
    for (std::size_t row = 0; row < table.rowCount(); ++row) {
        const std::string& id = table.text(row, "muscle_id");
        if (table.text(row, "pieces").starts_with("=")) {
            continue;  // an alias has its members' structures
        }
        all.muscles_.push_back(id);
        for (const std::string& fma : splitList(table.text(row, "fma_ids"), ',')) {
            if (!fma.starts_with("FMA") || fma.size() < 4 || fma.size() > 10) {
                continue;
            }
            // The table gives the left structure; in the FMA its right twin comes just before it. Two muscles that
            // share one structure (parts that a set does not tell apart) cannot both be replaced by it.
            int number = 0;
            const auto [end, error] = std::from_chars(fma.data() + 3, fma.data() + fma.size(), number);
            if (error != std::errc{} || end != fma.data() + fma.size()) {
                continue;
            }
            const auto twin = fmt::format("FMA{}", number - 1);
            for (const auto& [key, side] : {std::pair{fma, BodySide::left}, std::pair{twin, BodySide::right}}) {
                const auto [place, fresh] = all.byFma_.try_emplace(key, FmaPlace{id, side});
                if (!fresh && place->second.side == side) {
                    place->second.id.clear();
                }
            }
        }
    }
    return all;
}

std::optional<AnatomyNames::Match> AnatomyNames::match(const std::string& name, const std::string& fma) const {
    Words words = wordsOf(name);
    std::optional<BodySide> side = takeSide(words);
    if (const auto found = byFma_.find(fma); found != byFma_.end()) {
        // A name that tells another side than the id wins: the twin's number was only inferred.
        if (found->second.id.empty()) {
            return std::nullopt;
        }
        if (!side || *side == found->second.side) {
            return Match{found->second.id, found->second.side};
        }
    }
    if (clearlyOther(words)) {
        return std::nullopt;
    }
    std::string best;
    for (const std::string& muscle : muscles_) {
        if (muscle.size() > best.size() && names(words, wordsOf(muscle))) {
            best = muscle;
        }
    }
    if (best.empty()) {
        best = boneOf(words);
    }
    if (best.empty()) {
        return std::nullopt;
    }
    return Match{best, side};
}

}  // namespace myo::own_model
