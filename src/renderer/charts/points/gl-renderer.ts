import { type CountedPoints, createDensity } from './point-density.ts';
import type { PointRenderer, PointScene, PointTile } from './point-renderer.ts';
import { densityFragment, dotFragment, pictureVertex, pointVertex } from './shaders.ts';

type Gl = WebGL2RenderingContext;

const compile = (gl: Gl, vertex: string, fragment: string): WebGLProgram => {
  const program = gl.createProgram();
  for (const [kind, text] of [
    [gl.VERTEX_SHADER, vertex],
    [gl.FRAGMENT_SHADER, fragment],
  ] as const) {
    const shader = gl.createShader(kind)!;
    gl.shaderSource(shader, text);
    gl.compileShader(shader);
    gl.attachShader(program, shader);
    gl.deleteShader(shader);
  }
  gl.linkProgram(program);
  if (!gl.getProgramParameter(program, gl.LINK_STATUS) && !gl.isContextLost())
    throw new Error(`The points’ program did not link: ${gl.getProgramInfoLog(program)}`);
  return program;
};

const uniformsOf = (gl: Gl, program: WebGLProgram) => {
  const places = new Map<string, WebGLUniformLocation | null>();
  return (name: string): WebGLUniformLocation | null => {
    if (!places.has(name)) places.set(name, gl.getUniformLocation(program, name));
    return places.get(name)!;
  };
};

/**
 * Draws points with WebGL 2: dots, whose places go to the graphics card once and whose label and selection are a byte
 * each, or the picture of where they lie on each other.
 * Null where this browser has no WebGL 2.
 */
export const createGlRenderer = (canvas: HTMLCanvasElement): PointRenderer | null => {
  const gl = canvas.getContext('webgl2', { antialias: false, depth: false, stencil: false, premultipliedAlpha: true });
  if (gl === null) return null;
  const programOf = (vertex: string, fragment: string) => {
    const program = compile(gl, vertex, fragment);
    return { program, at: uniformsOf(gl, program) };
  };
  const dots = programOf(pointVertex, dotFragment);
  const density = programOf(pictureVertex, densityFragment);

  const switchTo = (program: WebGLProgram): void => {
    // biome-ignore lint/correctness/useHookAtTopLevel: WebGL's own name, no hook of React
    gl.useProgram(program);
  };

  const points = gl.createVertexArray();
  const nothing = gl.createVertexArray();
  const [places, labels, lit] = [gl.createBuffer(), gl.createBuffer(), gl.createBuffer()];
  gl.bindVertexArray(points);
  gl.bindBuffer(gl.ARRAY_BUFFER, places);
  gl.enableVertexAttribArray(0);
  gl.vertexAttribPointer(0, 2, gl.FLOAT, false, 0, 0);
  gl.bindBuffer(gl.ARRAY_BUFFER, labels);
  gl.enableVertexAttribArray(1);
  gl.vertexAttribIPointer(1, 1, gl.UNSIGNED_BYTE, 0, 0);
  gl.bindBuffer(gl.ARRAY_BUFFER, lit);
  gl.vertexAttribIPointer(2, 1, gl.UNSIGNED_BYTE, 0, 0);
  gl.vertexAttribI4ui(2, 1, 0, 0, 0);

  const texture = (unit: number, filter: number) => {
    gl.activeTexture(gl.TEXTURE0 + unit);
    gl.bindTexture(gl.TEXTURE_2D, gl.createTexture());
    gl.texParameteri(gl.TEXTURE_2D, gl.TEXTURE_MIN_FILTER, filter);
    gl.texParameteri(gl.TEXTURE_2D, gl.TEXTURE_MAG_FILTER, filter);
    gl.texParameteri(gl.TEXTURE_2D, gl.TEXTURE_WRAP_S, gl.CLAMP_TO_EDGE);
    gl.texParameteri(gl.TEXTURE_2D, gl.TEXTURE_WRAP_T, gl.CLAMP_TO_EDGE);
  };
  texture(0, gl.NEAREST);
  texture(1, gl.LINEAR);
  const densityOf = createDensity();
  let counted: CountedPoints = { xy: new Float32Array(0), labels: new Uint8Array(0), lit: null };
  let total = 0;
  let fence: WebGLSync | null = null;

  const setPointUniforms = (at: ReturnType<typeof uniformsOf>, tile: PointTile, wanted: 0 | 1, size: number): void => {
    const { x0, x1, y0, y1 } = tile.window;
    gl.uniform4f(at('frame'), 2 / (x1 - x0), 2 / (y1 - y0), -(x0 + x1) / (x1 - x0), -(y0 + y1) / (y1 - y0));
    gl.uniform1f(at('size'), size);
    gl.uniform1i(at('wanted'), wanted);
    gl.uniform1i(at('palette'), 0);
    const [r, g, b] = tile.dimColor ?? [0, 0, 0];
    gl.uniform4f(at('dimColor'), r / 255, g / 255, b / 255, tile.dimColor === null ? 0 : 1);
  };

  const drawDots = (tile: PointTile, wanted: 0 | 1, ratio: number): void => {
    switchTo(dots.program);
    // One device pixel more, for the soft edge.
    setPointUniforms(dots.at, tile, wanted, tile.look.size * ratio + 1);
    gl.uniform1f(dots.at('opacity'), tile.look.opacity * (wanted === 1 ? 1 : tile.dim));
    gl.bindVertexArray(points);
    gl.drawArrays(gl.POINTS, 0, total);
  };

  const drawDensity = (tile: PointTile, ratio: number, left: number, bottom: number): void => {
    const { across, up, cell, bytes } = densityOf(counted, tile, ratio);
    gl.activeTexture(gl.TEXTURE1);
    gl.texImage2D(gl.TEXTURE_2D, 0, gl.RGBA8, across, up, 0, gl.RGBA, gl.UNSIGNED_BYTE, bytes);
    switchTo(density.program);
    gl.uniform1i(density.at('cells'), 1);
    gl.uniform2f(density.at('corner'), left, bottom);
    gl.uniform2f(density.at('size'), across * cell, up * cell);
    gl.bindVertexArray(nothing);
    gl.drawArrays(gl.TRIANGLES, 0, 3);
  };

  const hasDim = ({ palette }: PointTile): boolean => {
    for (let at = 3; at < palette.length; at += 4)
      if (palette[at] === 0 && palette[at - 1]! + palette[at - 2]! + palette[at - 3]! > 0) return true;
    return false;
  };

  return {
    setPlaces(xy) {
      counted = { ...counted, xy };
      gl.bindBuffer(gl.ARRAY_BUFFER, places);
      gl.bufferData(gl.ARRAY_BUFFER, xy, gl.STATIC_DRAW);
      total = xy.length / 2;
    },
    setLabels(bytes) {
      counted = { ...counted, labels: bytes };
      gl.bindBuffer(gl.ARRAY_BUFFER, labels);
      gl.bufferData(gl.ARRAY_BUFFER, bytes, gl.DYNAMIC_DRAW);
    },
    setLit(bytes) {
      counted = { ...counted, lit: bytes };
      gl.bindVertexArray(points);
      if (bytes === null) {
        gl.disableVertexAttribArray(2);
        return;
      }
      gl.bindBuffer(gl.ARRAY_BUFFER, lit);
      gl.bufferData(gl.ARRAY_BUFFER, bytes, gl.DYNAMIC_DRAW);
      gl.enableVertexAttribArray(2);
    },
    draw({ width, height, ratio, tiles }: PointScene) {
      const [across, up] = [Math.max(1, Math.round(width * ratio)), Math.max(1, Math.round(height * ratio))];
      if (canvas.width !== across) canvas.width = across;
      if (canvas.height !== up) canvas.height = up;
      gl.disable(gl.SCISSOR_TEST);
      gl.viewport(0, 0, across, up);
      gl.clearColor(0, 0, 0, 0);
      gl.clear(gl.COLOR_BUFFER_BIT);
      gl.enable(gl.BLEND);
      for (const tile of tiles) {
        const box = [tile.left, height - tile.top - tile.height, tile.width, tile.height].map((edge) =>
          Math.round(edge * ratio),
        );
        const [left, bottom, wide, high] = box as [number, number, number, number];
        gl.activeTexture(gl.TEXTURE0);
        gl.texImage2D(gl.TEXTURE_2D, 0, gl.RGBA8, 256, 1, 0, gl.RGBA, gl.UNSIGNED_BYTE, tile.palette);
        gl.enable(gl.SCISSOR_TEST);
        gl.viewport(left, bottom, wide, high);
        gl.scissor(left, bottom, wide, high);
        gl.blendFunc(gl.ONE, gl.ONE_MINUS_SRC_ALPHA);
        if (tile.look.kind === 'density') {
          drawDensity(tile, ratio, left, bottom);
          continue;
        }
        if (counted.lit !== null || hasDim(tile)) drawDots(tile, 0, ratio);
        drawDots(tile, 1, ratio);
      }
      if (fence !== null) gl.deleteSync(fence);
      fence = gl.fenceSync(gl.SYNC_GPU_COMMANDS_COMPLETE, 0);
      gl.flush();
    },
    isBusy() {
      if (fence === null) return false;
      const state = gl.clientWaitSync(fence, 0, 0);
      if (state === gl.TIMEOUT_EXPIRED) return true;
      gl.deleteSync(fence);
      fence = null;
      return false;
    },
    dispose() {
      // Browsers keep only so many contexts; a picture that left needs none.
      gl.getExtension('WEBGL_lose_context')?.loseContext();
    },
  };
};
