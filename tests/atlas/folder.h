// A data folder of a test's own, and the world that its files may refer to.
#pragma once

#include <unistd.h>

#include <filesystem>
#include <fstream>
#include <string>

#include <catch2/catch.hpp>

#include "atlas/load.h"

namespace myo::atlas::test {

/// A folder that vanishes with the object.
class Folder {
public:
    Folder() {
        std::string name = (std::filesystem::temp_directory_path() / "myoatlas-XXXXXX").string();
        REQUIRE(mkdtemp(name.data()) != nullptr);
        path_ = name;
    }
    ~Folder() {
        std::error_code ignored;
        std::filesystem::remove_all(path_, ignored);
    }
    Folder(const Folder&) = delete;
    Folder& operator=(const Folder&) = delete;

    void write(const std::string& name, const std::string& text) const {
        std::filesystem::create_directories((path_ / name).parent_path());
        std::ofstream(path_ / name, std::ios::binary) << text;
    }
    [[nodiscard]] const std::filesystem::path& path() const { return path_; }
    [[nodiscard]] std::string file(const std::string& name) const { return (path_ / name).string(); }

private:
    std::filesystem::path path_;
};

inline DataContext smallContext() {
    DataContext context;
    for (const char* id : {"mastoid", "temple", "ear_top", "glabella", "acromion"}) {
        context.landmarks.push_back({LandmarkId{id}, id, false, BodySide::left});
    }
    context.pieces[MuscleId{"soleus"}] = {"main"};
    context.pieces[MuscleId{"longus_colli"}] = {"superior", "vertical", "inferior"};
    context.pieces[MuscleId{"temporalis"}] = {"main"};
    return context;
}

inline const std::string regionsText = R"([[regions]]
id = "temple"
name = "temple"
lay = ["side of the forehead"]
zone = "head"
kind = "surface"
seeds = [{ at = "temple", radius = 20 }]

[[regions]]
id = "mastoid"
name = "bone behind the ear"
zone = "head"
kind = "surface"
seeds = [{ at = "mastoid", radius = 20 }]

[[regions]]
id = "ear_deep"
name = "deep in the ear"
zone = "head"
kind = "internal"
seeds = [{ at = "ear_top", radius = 20 }]
)";

inline const std::string citationsText = R"([[citations]]
id = "book"
authors = "Writer A"
title = "A book"
verification = "verified"
)";

/// Sixteen lines; the zone starts in line 11.
inline const std::string soleusText = R"(id = "soleus"
name = "Soleus"
family = "soleus"
body_part = "leg"

[[points]]
label = "TrP1"
location = "low"
position = { along = 0.5, across = 0.5 }
citations = [{ source = "book", where = "p. 1" }]
  [[points.zones]]
  tier = "primary"
  regions = ["temple"]
  internal = ["ear_deep"]
  strokes = [{ path = ["temple", "mastoid"], radius = 12 }]
  dabs = [{ at = "temple", radius = 10 }]
)";

/// A complete and sound folder.
inline void writeSound(const Folder& folder) {
    folder.write("regions.toml", regionsText);
    folder.write("citations.toml", citationsText);
    folder.write("muscles/soleus.toml", soleusText);
}

}  // namespace myo::atlas::test
