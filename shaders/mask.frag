#version 330 core
// Where highlighted structures are: the outline is made from their silhouette.
uniform float highlight;

out vec4 color;

void main() {
    color = vec4(highlight);
}
