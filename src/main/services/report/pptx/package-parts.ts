import { segmentColors } from '../../../../shared/picture/segment-colors.ts';
import type { ComposedReport } from '../../../../shared/report/blocks.ts';
import { escapeText } from '../../../../shared/report/html/html.ts';
import { emu, slideHeight, slideWidth } from './slide.ts';

const head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const main = 'http://schemas.openxmlformats.org/drawingml/2006/main';
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const presentation = 'http://schemas.openxmlformats.org/presentationml/2006/main';
const relations = 'http://schemas.openxmlformats.org/package/2006/relationships';
const namespaces = `xmlns:a="${main}" xmlns:r="${office}" xmlns:p="${presentation}"`;

const rels = (links: readonly (readonly [type: string, target: string])[]): string =>
  `${head}<Relationships xmlns="${relations}">${links
    .map(([type, target], i) => `<Relationship Id="rId${i + 1}" Type="${type}" Target="${target}"/>`)
    .join('')}</Relationships>`;

const of = (name: string): string => `${office}/${name}`;
const emptyTree =
  '<p:nvGrpSpPr><p:cNvPr id="1" name=""/><p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr><p:grpSpPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="0" cy="0"/><a:chOff x="0" y="0"/><a:chExt cx="0" cy="0"/></a:xfrm></p:grpSpPr>';

const contentTypes = (slides: number): string => {
  const type = 'application/vnd.openxmlformats-officedocument';
  const parts: [string, string][] = [
    ['/ppt/presentation.xml', `${type}.presentationml.presentation.main+xml`],
    ['/ppt/slideMasters/slideMaster1.xml', `${type}.presentationml.slideMaster+xml`],
    ['/ppt/slideLayouts/slideLayout1.xml', `${type}.presentationml.slideLayout+xml`],
    ['/ppt/theme/theme1.xml', `${type}.theme+xml`],
    ...Array.from({ length: slides }, (_, i): [string, string] => [
      `/ppt/slides/slide${i + 1}.xml`,
      `${type}.presentationml.slide+xml`,
    ]),
    ['/docProps/core.xml', 'application/vnd.openxmlformats-package.core-properties+xml'],
    ['/docProps/app.xml', `${type}.extended-properties+xml`],
  ];
  return `${head}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>${parts
    .map(([name, kind]) => `<Override PartName="${name}" ContentType="${kind}"/>`)
    .join('')}</Types>`;
};

const color = (name: string, value: string): string =>
  `<a:${name}><a:srgbClr val="${value.replace('#', '').toUpperCase()}"/></a:${name}>`;

const theme = (): string => {
  const fill = '<a:solidFill><a:schemeClr val="phClr"/></a:solidFill>';
  const line = `<a:ln w="9525">${fill}</a:ln>`;
  const effect = '<a:effectStyle><a:effectLst/></a:effectStyle>';
  const accents = segmentColors.slice(0, 6).map((value, i) => color(`accent${i + 1}`, value));
  const font = '<a:latin typeface="Arial"/><a:ea typeface=""/><a:cs typeface=""/>';
  return `${head}<a:theme xmlns:a="${main}" name="Tessera"><a:themeElements><a:clrScheme name="Tessera">${color('dk1', '#1D2127')}${color('lt1', '#FFFFFF')}${color('dk2', '#0F6B6B')}${color('lt2', '#FAF8F5')}${accents.join('')}${color('hlink', '#0F6B6B')}${color('folHlink', '#5B626C')}</a:clrScheme><a:fontScheme name="Tessera"><a:majorFont>${font}</a:majorFont><a:minorFont>${font}</a:minorFont></a:fontScheme><a:fmtScheme name="Tessera"><a:fillStyleLst>${fill.repeat(3)}</a:fillStyleLst><a:lnStyleLst>${line.repeat(3)}</a:lnStyleLst><a:effectStyleLst>${effect.repeat(3)}</a:effectStyleLst><a:bgFillStyleLst>${fill.repeat(3)}</a:bgFillStyleLst></a:fmtScheme></a:themeElements></a:theme>`;
};

const level = (n: number): string =>
  `<a:lvl${n}pPr marL="0" algn="l"><a:defRPr sz="1400"><a:solidFill><a:schemeClr val="tx1"/></a:solidFill><a:latin typeface="+mn-lt"/></a:defRPr></a:lvl${n}pPr>`;
const titleBox = `<p:sp><p:nvSpPr><p:cNvPr id="2" name="Title"/><p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr><p:nvPr><p:ph type="title"/></p:nvPr></p:nvSpPr><p:spPr><a:xfrm><a:off x="${emu(48)}" y="${emu(26)}"/><a:ext cx="${emu(864)}" cy="${emu(56)}"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></p:spPr><p:txBody><a:bodyPr lIns="0" tIns="0" rIns="0" bIns="0" anchor="ctr"><a:normAutofit/></a:bodyPr><a:lstStyle/><a:p><a:endParaRPr lang="en-GB"/></a:p></p:txBody></p:sp>`;

const master = (): string =>
  `${head}<p:sldMaster ${namespaces}><p:cSld><p:bg><p:bgPr><a:solidFill><a:schemeClr val="bg1"/></a:solidFill><a:effectLst/></p:bgPr></p:bg><p:spTree>${emptyTree}${titleBox}</p:spTree></p:cSld><p:clrMap bg1="lt1" tx1="dk1" bg2="lt2" tx2="dk2" accent1="accent1" accent2="accent2" accent3="accent3" accent4="accent4" accent5="accent5" accent6="accent6" hlink="hlink" folHlink="folHlink"/><p:sldLayoutIdLst><p:sldLayoutId id="2147483649" r:id="rId1"/></p:sldLayoutIdLst><p:txStyles><p:titleStyle><a:lvl1pPr algn="l"><a:defRPr sz="2400" b="1"><a:solidFill><a:schemeClr val="tx1"/></a:solidFill><a:latin typeface="+mj-lt"/></a:defRPr></a:lvl1pPr></p:titleStyle><p:bodyStyle>${level(1)}</p:bodyStyle><p:otherStyle>${level(1)}</p:otherStyle></p:txStyles></p:sldMaster>`;

const layout = (): string =>
  `${head}<p:sldLayout ${namespaces} type="titleOnly"><p:cSld name="Title"><p:spTree>${emptyTree}${titleBox}</p:spTree></p:cSld><p:clrMapOvr><a:masterClrMapping/></p:clrMapOvr></p:sldLayout>`;

const presentationXml = (slides: number): string =>
  `${head}<p:presentation ${namespaces} saveSubsetFonts="1"><p:sldMasterIdLst><p:sldMasterId id="2147483648" r:id="rId1"/></p:sldMasterIdLst><p:sldIdLst>${Array.from({ length: slides }, (_, i) => `<p:sldId id="${256 + i}" r:id="rId${i + 3}"/>`).join('')}</p:sldIdLst><p:sldSz cx="${emu(slideWidth)}" cy="${emu(slideHeight)}"/><p:notesSz cx="6858000" cy="9144000"/></p:presentation>`;

const slideXml = (tree: string): string =>
  `${head}<p:sld ${namespaces}><p:cSld><p:spTree>${emptyTree}${tree}</p:spTree></p:cSld><p:clrMapOvr><a:masterClrMapping/></p:clrMapOvr></p:sld>`;

const core = ({ title, day }: ComposedReport): string =>
  `${head}<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"><dc:title>${escapeText(title)}</dc:title><dc:creator>Tessera</dc:creator><cp:lastModifiedBy>Tessera</cp:lastModifiedBy><dcterms:created xsi:type="dcterms:W3CDTF">${day}T00:00:00Z</dcterms:created><dcterms:modified xsi:type="dcterms:W3CDTF">${day}T00:00:00Z</dcterms:modified></cp:coreProperties>`;

const app = (slides: number): string =>
  `${head}<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"><Application>Tessera</Application><Slides>${slides}</Slides></Properties>`;

/** Every part of a presentation of these slides, each given as the shapes on it (ECMA-376). */
export const packageParts = (report: ComposedReport, slides: readonly string[]): { name: string; data: Buffer }[] => {
  const parts: [string, string][] = [
    ['[Content_Types].xml', contentTypes(slides.length)],
    [
      '_rels/.rels',
      rels([
        [of('officeDocument'), 'ppt/presentation.xml'],
        ['http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties', 'docProps/core.xml'],
        [of('extended-properties'), 'docProps/app.xml'],
      ]),
    ],
    ['docProps/core.xml', core(report)],
    ['docProps/app.xml', app(slides.length)],
    ['ppt/presentation.xml', presentationXml(slides.length)],
    [
      'ppt/_rels/presentation.xml.rels',
      rels([
        [of('slideMaster'), 'slideMasters/slideMaster1.xml'],
        [of('theme'), 'theme/theme1.xml'],
        ...slides.map((_, i) => [of('slide'), `slides/slide${i + 1}.xml`] as const),
      ]),
    ],
    ['ppt/theme/theme1.xml', theme()],
    ['ppt/slideMasters/slideMaster1.xml', master()],
    [
      'ppt/slideMasters/_rels/slideMaster1.xml.rels',
      rels([
        [of('slideLayout'), '../slideLayouts/slideLayout1.xml'],
        [of('theme'), '../theme/theme1.xml'],
      ]),
    ],
    ['ppt/slideLayouts/slideLayout1.xml', layout()],
    ['ppt/slideLayouts/_rels/slideLayout1.xml.rels', rels([[of('slideMaster'), '../slideMasters/slideMaster1.xml']])],
    ...slides.flatMap((tree, i): [string, string][] => [
      [`ppt/slides/slide${i + 1}.xml`, slideXml(tree)],
      [`ppt/slides/_rels/slide${i + 1}.xml.rels`, rels([[of('slideLayout'), '../slideLayouts/slideLayout1.xml']])],
    ]),
  ];
  return parts.map(([name, text]) => ({ name, data: Buffer.from(text) }));
};
