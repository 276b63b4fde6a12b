// The JSON Schemas that editors use say what the loader says.
#include <fstream>
#include <set>
#include <string>

#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

#include "atlas/known_keys.h"

using namespace myo::atlas;
using Json = nlohmann::json;

namespace {

const std::string folder = std::string(MYOATLAS_SOURCE_DIR) + "/data/schema/";

Json schema(std::string_view file) {
    std::ifstream stream(folder + std::string(file));
    INFO(file);
    REQUIRE(stream);
    return Json::parse(stream);
}

// The part of the schema that describes a kind of table.
Json definition(const KeyTable& table) {
    const Json whole = schema(table.schema);
    return table.definition.empty() ? whole : whole.at("$defs").at(std::string(table.definition));
}

std::set<std::string> names(const Json& list) {
    std::set<std::string> found;
    for (const Json& name : list) {
        found.insert(name.get<std::string>());
    }
    return found;
}

template <class List>
std::set<std::string> texts(const List& words) {
    std::set<std::string> found;
    for (const auto& word : words) {
        if constexpr (requires { word.text; }) {
            found.emplace(word.text);
        } else {
            found.emplace(word);
        }
    }
    return found;
}

}  // namespace

TEST_CASE("Every table of the schemas has the loader's keys, and demands the same ones") {
    for (const KeyTable* table : allKeyTables()) {
        INFO(table->what);
        const Json described = definition(*table);
        std::set<std::string> keys;
        std::set<std::string> required;
        for (const Key& key : table->keys) {
            keys.emplace(key.name);
            if (key.required) {
                required.emplace(key.name);
            }
        }
        std::set<std::string> properties;
        for (const auto& [name, property] : described.at("properties").items()) {
            properties.insert(name);
            INFO(name);
            CHECK((property.contains("description") || property.contains("$ref")));
        }
        CHECK(properties == keys);
        CHECK(names(described.value("required", Json::array())) == required);
        CHECK(described.at("additionalProperties") == false);
    }
}

TEST_CASE("No table of a schema is unknown to the loader") {
    std::set<std::pair<std::string, std::string>> known;
    std::set<std::string> files;
    for (const KeyTable* table : allKeyTables()) {
        known.emplace(table->schema, table->definition);
        files.emplace(table->schema);
    }
    for (const std::string& file : files) {
        const Json whole = schema(file);
        for (const auto& [name, part] : whole.at("$defs").items()) {
            if (part.value("type", "") == "object") {
                INFO(file << " " << name);
                // Strokes, dabs and citations are described again where other files use them.
                const bool shared = known.contains({"muscle.schema.json", name}) &&
                                    part == schema("muscle.schema.json").at("$defs").at(name);
                CHECK((known.contains({file, name}) || shared));
            }
        }
    }
}

TEST_CASE("Words and limits are those of the loader") {
    const Json muscle = schema("muscle.schema.json");
    const Json& defs = muscle.at("$defs");
    const auto property = [&](const char* table, const char* key) { return defs.at(table).at("properties").at(key); };
    CHECK(names(muscle.at("properties").at("body_part").at("enum")) == texts(bodyPartWords));
    CHECK(names(property("zone", "tier").at("enum")) == texts(tierWords));
    CHECK(names(defs.at("verification").at("enum")) == texts(verificationWords));
    CHECK(names(property("lookAlike", "kind").at("enum")) == texts(lookAlikeKindWords));
    CHECK(defs.at("radius").at("maximum") == largestRadiusMm);
    CHECK(defs.at("radius").at("exclusiveMinimum") == 0);
    CHECK(property("anchorPosition", "depth").at("maximum") == depthRange.high);
    CHECK(property("fibrePosition", "along").at("maximum") == shareRange.high);
    CHECK(property("frequency", "percent").at("maximum") == percentRange.high);
    CHECK(muscle.at("properties").at("format").at("const") == dataFormat);
    const Json region = schema("regions.schema.json").at("$defs").at("region").at("properties");
    CHECK(names(region.at("kind").at("enum")) == texts(regionKindWords));
    CHECK(names(region.at("zone").at("enum")) == texts(regionZones));
    const Json year = schema("citations.schema.json").at("$defs").at("citation").at("properties").at("year");
    CHECK(year.at("minimum") == yearRange.low);
    CHECK(year.at("maximum") == yearRange.high);
}
