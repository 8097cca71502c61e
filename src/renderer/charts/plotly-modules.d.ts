/** The parts of plotly.js that its published types leave out. */
declare module 'plotly.js/src/traces/scattergl/strict' {
  const scattergl: Parameters<typeof import('plotly.js').register>[0];
  export default scattergl;
}
