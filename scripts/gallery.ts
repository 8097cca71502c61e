/** `npm run gallery`: every chart and component with usual data and at its edges, on one page in the browser. */
import { buildGallery, serveGallery } from '../tests/gallery/serve-gallery.ts';

await buildGallery();
const { url } = await serveGallery();
console.log(`The gallery is at ${url} until this is ended (Ctrl C).`);
