/** The programs of the point layer, in GLSL ES 3.00. */

/** A point, unless it belongs to the other pass (`wanted` 1: the lit, 0: the dimmed). */
export const pointVertex = `#version 300 es
precision highp float;
layout(location = 0) in vec2 place;
layout(location = 1) in uint label;
layout(location = 2) in uint lit;
uniform vec4 frame;
uniform float size;
uniform int wanted;
uniform vec4 dimColor;
uniform sampler2D palette;
flat out vec3 color;
void main() {
  vec4 own = texelFetch(palette, ivec2(int(label), 0), 0);
  int isLit = lit != 0u && own.a > 0.5 ? 1 : 0;
  color = isLit == 1 ? own.rgb : mix(own.rgb, dimColor.rgb, dimColor.a);
  gl_PointSize = size;
  gl_Position = isLit == wanted ? vec4(place * frame.xy + frame.zw, 0.0, 1.0) : vec4(9.0, 9.0, 9.0, 1.0);
}`;

/** A round dot with a soft edge of one device pixel. */
export const dotFragment = `#version 300 es
precision highp float;
flat in vec3 color;
uniform float size;
uniform float opacity;
out vec4 drawn;
void main() {
  float alpha = opacity * clamp(size * (0.5 - length(gl_PointCoord - 0.5)), 0.0, 1.0);
  drawn = vec4(color * alpha, alpha);
}`;

export const pictureVertex = `#version 300 es
void main() {
  gl_Position = vec4(gl_VertexID == 1 ? 3.0 : -1.0, gl_VertexID == 2 ? 3.0 : -1.0, 0.0, 1.0);
}`;

/** A picture of cells, smoothly from one to the next. */
export const densityFragment = `#version 300 es
precision highp float;
uniform sampler2D cells;
uniform vec2 corner;
uniform vec2 size;
out vec4 drawn;
void main() {
  drawn = texture(cells, (gl_FragCoord.xy - corner) / size);
}`;
