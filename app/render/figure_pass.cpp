#include "render/figure_pass.h"

#include <algorithm>
#include <array>

#include "render/color.h"
#include "render/embedded_image.h"

namespace myo::render {

namespace {

using body::StructureKind;

// Opaque sheets that lie on each other to within the depth's precision: the outer layer wins.
constexpr float biasPerLayer = 3.0F;

const gl::DrawState opaqueState{.depthTest = true, .depthWrite = true, .cullBack = true, .encodeSrgb = true};
// Encodes as colours do: the resolve of the samples that follows takes the last state.
const gl::DrawState depthOnlyState{
    .depthTest = true, .depthWrite = true, .colorWrite = false, .cullBack = true, .encodeSrgb = true};
const gl::DrawState glassState{
    .depthTest = true, .cullBack = true, .encodeSrgb = true, .blend = gl::Blend::premultiplied};
// Paint lies on the skin that was just drawn: a little nearer, so that it never fights with it.
const gl::DrawState paintState{.depthTest = true,
                               .cullBack = true,
                               .encodeSrgb = true,
                               .blend = gl::Blend::premultiplied,
                               .depthBias = -1.0F,
                               .slopeBias = -0.5F};

// A cut drops what lies before its plane; of what is opaque, the inside behind it is then seen.
gl::DrawState withCut(gl::DrawState state, const Frame& frame) {
    state.clip = frame.cutting();
    state.cullBack = state.cullBack && (!state.clip || state.blend != gl::Blend::none || !state.colorWrite);
    return state;
}

// What a cut shows of the inside: even, and a little darker than the outside.
glm::vec3 sectionOf(const glm::vec3& color) {
    return toLinear(color) * 0.72F;
}
// The layer of fat below the skin.
const glm::vec3 fat{0.91F, 0.80F, 0.62F};

bool drawable(const PartStyle& style) {
    return style.visible && style.opacity > 0.0F;
}

glm::vec3 edgeTint(const glm::vec3& skin) {
    // Light that has passed through skin leaves it red where the surface turns away.
    return skin * glm::vec3(0.10F, 0.035F, 0.02F);
}

// Binds a texture, which is made when it is needed first.
void bind(std::optional<gl::Texture>& texture, const char* file, int unit, const gl::Sampling& sampling) {
    if (!texture) {
        texture = embeddedTexture(file, sampling);
    }
    texture->bind(unit);
}

}  // namespace

FigurePass::FigurePass(const gl::ShaderSources& sources)
    : sources_(sources), skinLight_(embeddedTexture("matcap_skin.png", {})) {}

gl::Program& FigurePass::program(std::optional<gl::Program>& slot, const char* vertexFile, const char* fragmentFile,
                                 const std::vector<std::string>& defines) {
    if (!slot) {
        slot.emplace(sources_, vertexFile, fragmentFile, defines);
    }
    slot->use();
    return *slot;
}

void FigurePass::forgetPaint() {
    zones_.forget();
    regions_.forget();
}

std::vector<FigurePass::Batch> FigurePass::batches(const RenderScene& scene, const Frame& frame,
                                                   const BodyBuffers& body, bool translucent) {
    std::vector<Batch> result;
    const std::vector<body::Structure>& structures = body.body().structures;
    for (std::size_t i = 0; i < std::min(structures.size(), scene.parts.size()); ++i) {
        const PartStyle& part = scene.parts[i];
        const gl::IndexRange range = body.range(i);
        if (!drawable(part) || structures[i].kind == StructureKind::skin || range.count == 0 ||
            (part.opacity < 1.0F) != translucent || frame.reach(body.box(i), 0).empty()) {
            continue;
        }
        const Style style{part.opacity, part.highlight, structures[i].depthLayer, structures[i].kind};
        auto batch = std::find_if(result.begin(), result.end(), [&](const Batch& b) { return b.style == style; });
        if (batch == result.end()) {
            batch = result.insert(result.end(), Batch{style, {}});
        }
        std::vector<gl::IndexRange>& ranges = batch->ranges;
        if (!ranges.empty() && ranges.back().first + ranges.back().count == range.first) {
            ranges.back().count += range.count;
        } else {
            ranges.push_back(range);
        }
    }
    return result;
}

void FigurePass::setMuscle(gl::Program& shader, const RenderScene& scene) {
    bind(muscleLight_, "matcap_muscle.png", 0, {});
    bind(fibreRelief_, "fibre.png", 1, {.mipmaps = true, .repeat = true});
    shader.set("relief", 1);
    shader.set("albedo", toLinear(scene.theme.muscle));
    shader.set("tendon", toLinear(scene.theme.tendon));
    shader.set("section", sectionOf(scene.theme.muscle));
}

void FigurePass::drawBatches(const std::vector<Batch>& batches, const RenderScene& scene, const Frame& frame,
                             BodyBuffers& body, const gl::DrawState& state) {
    for (const Batch& batch : batches) {
        const bool isMuscle = batch.style.kind == StructureKind::muscle;
        gl::Program& shader = isMuscle ? program(muscle_, "muscle.vert", "muscle.frag")
                                       : program(surface_, "surface.vert", "surface.frag");
        gl::DrawState biased = withCut(state, frame);
        biased.depthBias = isMuscle ? biasPerLayer * static_cast<float>(batch.style.depthLayer - 1) : 0.0F;
        gl::apply(biased);
        frame.setCamera(shader);
        shader.set("opacity", batch.style.opacity);
        shader.set("highlight", batch.style.highlight);
        shader.set("accent", toLinear(scene.theme.accent));
        shader.set("matcap", 0);
        if (isMuscle) {
            setMuscle(shader, scene);
            body.muscles().array.draw(batch.ranges);
        } else {
            const bool isBone = batch.style.kind == StructureKind::bone;
            const glm::vec3& tone = isBone ? scene.theme.bone : scene.theme.cartilage;
            bind(boneLight_, "matcap_bone.png", 0, {});
            shader.set("albedo", toLinear(tone));
            shader.set("edgeTint", glm::vec3(0.0F));
            shader.set("section", sectionOf(tone));
            body.bones().array.draw(batch.ranges);
        }
    }
}

void FigurePass::drawSkin(const RenderScene& scene, const Frame& frame, const BodyBuffers& body,
                          const gl::DrawState& state) {
    gl::Program& shader = program(surface_, "surface.vert", "surface.frag");
    gl::apply(withCut(state, frame));
    frame.setCamera(shader);
    shader.set("section", sectionOf(fat));
    const glm::vec3 albedo = toLinear(scene.theme.skin);
    skinLight_.bind(0);
    shader.set("matcap", 0);
    shader.set("albedo", albedo);
    shader.set("edgeTint", edgeTint(albedo));
    shader.set("highlight", 0.0F);
    shader.set("opacity", scene.skin == SkinMode::ghosted ? std::clamp(scene.ghostOpacity, 0.0F, 0.999F) : 1.0F);
    const gl::IndexRange range = body.skinRange();
    body.skin().array.draw(std::span(&range, 1));
}

void FigurePass::drawOpaque(const RenderScene& scene, const Frame& frame, BodyBuffers& body) {
    if (scene.skin == SkinMode::opaque) {
        drawSkin(scene, frame, body, opaqueState);
    }
    if (scene.skin != SkinMode::opaque || frame.cutting()) {
        drawBatches(batches(scene, frame, body, false), scene, frame, body, opaqueState);
    }
}

void FigurePass::drawWindows(const RenderScene& scene, const Frame& frame, BodyBuffers& body,
                             const gl::Texture& skinDepth) {
    if (scene.skin != SkinMode::opaque || frame.cutting()) {
        return;
    }
    const std::vector<body::Structure>& structures = body.body().structures;
    std::vector<std::size_t> seen;
    for (std::size_t i = 0; i < std::min(structures.size(), scene.parts.size()); ++i) {
        if (scene.parts[i].windowMm > 0.0F && structures[i].kind == StructureKind::muscle && body.range(i).count > 0 &&
            !frame.reach(body.box(i), 0).empty()) {
            seen.push_back(i);
        }
    }
    if (seen.empty()) {
        return;
    }
    const auto forgetDepth = [] {
        gl::apply({.depthWrite = true, .colorWrite = false});
        gl::clear(true);
    };
    gl::Program& shader = program(window_, "muscle.vert", "muscle.frag", {"WINDOW"});
    frame.setCamera(shader);
    setMuscle(shader, scene);
    skinDepth.bind(2);
    shader.set("matcap", 0);
    shader.set("skinDepth", 2);
    shader.set("depthTerms", frame.depthTerms());
    shader.set("accent", toLinear(scene.theme.accent));
    shader.set("highlight", 0.0F);
    // The muscle hides parts of itself, and nothing but the skin's own depth what lies in front of it: so the depth is
    // the muscle's for a while, and then the skin's again, on which the paint will lie.
    forgetDepth();
    for (const gl::DrawState* state : {&depthOnlyState, &glassState}) {
        gl::apply(*state);
        for (const std::size_t i : seen) {
            const gl::IndexRange range = body.range(i);
            shader.set("windowMm", scene.parts[i].windowMm);
            body.muscles().array.draw(std::span(&range, 1));
        }
    }
    forgetDepth();
    drawSkin(scene, frame, body, depthOnlyState);
}

void FigurePass::drawTranslucent(const RenderScene& scene, const Frame& frame, BodyBuffers& body) {
    if (scene.skin != SkinMode::opaque || frame.cutting()) {
        // The depth goes first, so that of every translucent body only its front is seen.
        const std::vector<Batch> glass = batches(scene, frame, body, true);
        drawBatches(glass, scene, frame, body, depthOnlyState);
        drawBatches(glass, scene, frame, body, glassState);
    }
    if (scene.skin == SkinMode::ghosted) {
        drawSkin(scene, frame, body, depthOnlyState);
        drawSkin(scene, frame, body, glassState);
    }
    drawRegions(scene, frame, body);
    drawZones(scene, frame, body);
}

void FigurePass::drawRegions(const RenderScene& scene, const Frame& frame, const BodyBuffers& body) {
    regions_.update(body, scene.regions);
    if (regions_.empty() || scene.regions.palette.empty()) {
        return;
    }
    // Index 0 is "no region" and is not painted; indices beyond the palette start again at its beginning.
    const std::size_t width = 65536 / 64;
    std::vector<std::uint8_t> texels(width * 4, 0);
    for (std::size_t i = 1; i < width; ++i) {
        const glm::vec3 color = scene.regions.palette[i % scene.regions.palette.size()];
        for (int k = 0; k < 3; ++k) {
            texels[i * 4 + static_cast<std::size_t>(k)] = static_cast<std::uint8_t>(color[k] * 255.0F + 0.5F);
        }
        texels[i * 4 + 3] = 255;
    }
    const gl::Texture palette({static_cast<int>(width), 1}, gl::PixelFormat::srgba8, {.linear = false}, texels);
    gl::Program& shader = program(region_, "region.vert", "region.frag");
    gl::apply(withCut(paintState, frame));
    frame.setCamera(shader);
    skinLight_.bind(0);
    palette.bind(1);
    shader.set("matcap", 0);
    shader.set("palette", 1);
    shader.set("opacity", scene.regions.opacity);
    regions_.draw();
}

void FigurePass::drawZones(const RenderScene& scene, const Frame& frame, const BodyBuffers& body) {
    zones_.update(body, scene.zones);
    if (zones_.empty()) {
        return;
    }
    std::array<glm::vec4, ZoneLayer::maxZones> colors{};
    std::array<glm::vec4, ZoneLayer::maxZones> shapes{};
    const std::vector<ZoneLayer::Slot>& slots = zones_.slots();
    for (std::size_t i = 0; i < slots.size(); ++i) {
        colors[i] = glm::vec4(toLinear(slots[i].color), slots[i].opacity);
        // Dots of different zones lie beside each other, so that all are seen where zones overlap.
        const auto shift = static_cast<float>(i);
        shapes[i] =
            glm::vec4(static_cast<float>(slots[i].pattern), shift * 2.3F, shift * 1.3F, slots[i].broken ? 1.0F : 0.0F);
    }
    gl::Program& shader = program(zone_, "zone.vert", "zone.frag");
    gl::apply(withCut(paintState, frame));
    frame.setCamera(shader);
    skinLight_.bind(0);
    shader.set("matcap", 0);
    shader.set("zoneCount", static_cast<int>(slots.size()));
    shader.set("zoneColors", colors);
    shader.set("zoneShapes", shapes);
    shader.set("mmPerPixelAtOne", frame.mmPerPixelAtOne());
    shader.set("dotSpacingPx", 6.0F);
    shader.set("veil", glm::vec4(toLinear(scene.theme.skin), scene.skin == SkinMode::opaque ? 0.0F : 0.55F));
    zones_.draw();
}

Aabb FigurePass::drawMask(const RenderScene& scene, const Frame& frame, BodyBuffers& body) {
    Aabb box;
    const std::vector<body::Structure>& structures = body.body().structures;
    for (std::size_t i = 0; i < std::min(structures.size(), scene.parts.size()); ++i) {
        const PartStyle& part = scene.parts[i];
        const gl::IndexRange range = body.range(i);
        if (!part.visible || part.highlight <= 0.0F || range.count == 0 || structures[i].kind == StructureKind::skin) {
            continue;
        }
        gl::Program& shader = program(mask_, "mask.vert", "mask.frag");
        if (box.empty()) {
            gl::apply({.cullBack = !frame.cutting(), .clip = frame.cutting()});
            shader.set("viewProjection", frame.viewProjection);
            shader.set("cut", frame.cut);
        }
        shader.set("highlight", std::clamp(part.highlight, 0.0F, 1.0F));
        const MeshBuffers& buffers = structures[i].kind == StructureKind::muscle ? body.muscles() : body.bones();
        buffers.array.draw(std::span(&range, 1));
        box.add(body.box(i).low);
        box.add(body.box(i).high);
    }
    return box;
}

}  // namespace myo::render
