const light = `
--ground:#faf8f5;--surface:#fff;--line:#e5e1d9;--strong:#c9c3b8;--text:#1d2127;--muted:#5b626c;--accent:#0f6b6b;--soft:#e6f0ef;--danger:#a93423;--danger-soft:#fcf3f0;color-scheme:light;`;
const dark = `
--ground:#14161a;--surface:#1b1e23;--line:#2a2e35;--strong:#454b54;--text:#e8e6e1;--muted:#a9adb4;--accent:#5bbcbc;--soft:#16302f;--danger:#f0907f;--danger-soft:#2a1a17;color-scheme:dark;`;

const page = `
*{box-sizing:border-box}
html{-webkit-text-size-adjust:100%;print-color-adjust:exact;-webkit-print-color-adjust:exact}
body{margin:0;background:var(--ground);color:var(--text);font:15px/1.5 "Inter Variable",Inter,system-ui,-apple-system,"Segoe UI",Roboto,"Noto Sans",sans-serif;font-variant-numeric:tabular-nums}
main,footer{max-width:1000px;margin:0 auto;padding:0 32px}
p,dl,dd,h1,h2,h3,figure{margin:0}
h1{font-size:34px;line-height:1.18;letter-spacing:-.018em;font-weight:700;text-wrap:balance;max-width:24em}
h2{font-size:20px;line-height:1.3;letter-spacing:-.008em;font-weight:650}
h3{font-size:16px;font-weight:650}
section{margin-top:46px}
main>section:first-child{margin-top:36px}
section h2:not(:first-child),section h3{margin-top:24px}
.unseen{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}
section>p,.method>p{margin-top:6px;max-width:54em}
.p-muted{color:var(--muted)}
section>.p-lead{font-size:17px;margin-top:14px}
section>.p-note,section>.p-warning{margin-top:14px;padding:10px 14px;border-radius:8px;border:1px solid var(--line);background:var(--surface)}
section>.p-warning{background:var(--danger-soft);border-color:currentColor;color:var(--danger);font-weight:600}
.p-good{color:var(--accent);font-weight:600}
section>h1+.p-muted{margin-top:8px}
.lines{list-style:none;margin:10px 0 0;padding:0;max-width:56em}
.lines li{display:flex;gap:11px;align-items:baseline;padding:5px 0}
.lines .dot{flex:none;width:6px;height:6px;margin:0 3px;border-radius:3px;background:var(--muted);transform:translateY(-3px)}
.quiet,.note{color:var(--muted);font-weight:400}
.project,.bar-name,h1,h2,h3,th,td,dd,p{unicode-bidi:isolate;overflow-wrap:break-word}
.bar-name,.segments th[scope=row],.how dd{overflow-wrap:anywhere}
.tile{flex:none;display:inline-block}
.tiled{display:inline-flex;gap:9px;align-items:baseline}
:focus-visible{outline:2px solid var(--accent);outline-offset:2px}
`;

const head = `
.figures{display:flex;flex-wrap:wrap;gap:1px;margin-top:16px;border:1px solid var(--line);border-radius:10px;background:var(--line);overflow:hidden}
.figures>div{flex:1 1 auto;padding:14px 20px;background:var(--surface)}
.figures dt{color:var(--muted);font-size:13px}
.figures dd{font-size:22px;font-weight:650;letter-spacing:-.01em;overflow-wrap:normal}
`;

const tables = `
table{border-collapse:collapse;width:100%}
th,td{text-align:right;vertical-align:baseline;padding:8px 0 8px 20px;font-weight:400}
th:first-child,td:first-child{text-align:left;padding-left:0}
thead th{color:var(--muted);font-size:13px;line-height:1.3;vertical-align:bottom;border-bottom:1px solid var(--strong)}
caption{text-align:left;font-weight:600;padding:0 0 6px}
tfoot th,tfoot td{border-top:1px solid var(--strong);color:var(--muted)}
.scroll{overflow-x:auto}
.segments{margin-top:12px}
.segments thead th:not(:first-child){width:104px}
.segments .name td,.segments tfoot td{white-space:nowrap}
.segments tbody{break-inside:avoid;border-bottom:1px solid var(--line)}
.segments tbody:last-of-type{border-bottom:0}
.segments .name>*{padding-top:16px;padding-bottom:0;font-size:16px}
.segments .name th{font-weight:650;font-size:17px;line-height:1.3}
.segments .name .tile{width:14px;height:14px;transform:translateY(1px)}
.segments .name .tiled{gap:11px}
.segments .words td{padding:3px 0 16px 25px;text-align:left}
.segments .words p{max-width:54em;color:var(--muted)}
.segments .words p+p{margin-top:3px}
.segments .words .p-plain{color:var(--text)}
.label{color:var(--accent);font-weight:600;margin-right:5px}
.plain{margin-top:10px;min-width:420px}
.plain .number{white-space:nowrap}
th .number,td.number,th.number{text-align:right}
.plain td:not(.number),.plain thead th:not(.number){text-align:left}
.plain tbody th>span:not(.tiled),.plain td>span{display:block;color:var(--muted);font-size:13.5px}
.plain tbody tr{border-bottom:1px solid var(--line)}
.counted td{color:var(--muted)}
.list{font-size:13.5px;margin-top:6px}
.list th,.list td{padding-top:4px;padding-bottom:4px;text-align:left}
.list .number{text-align:right}
.list tbody tr{border-bottom:1px solid var(--line)}
.method .plain{font-size:13px}
.method .plain th,.method .plain td{padding:5px 0 5px 14px}
.method .plain th:first-child{padding-left:0}
`;

const pictures = `
.bars{display:grid;grid-template-columns:minmax(120px,210px) 1fr;gap:15px 20px;align-items:center;margin-top:18px}
.bar-name{display:flex;gap:9px;align-items:baseline;font-weight:600;line-height:1.3}
.bars>svg{display:block;width:calc(100% - 136px);overflow:visible}
.bars text{fill:var(--text);font-size:13px}
.bars .pale{fill-opacity:.28}
.effects{display:grid;grid-template-columns:minmax(120px,190px) minmax(160px,1fr) minmax(160px,260px);gap:9px 20px;align-items:center;margin-top:14px}
.effects svg{display:block;width:100%}
.effect-name{font-weight:600}
.effects .track{fill:var(--line);fill-opacity:.5}
.effects .middle{fill:var(--muted)}
.effect-said .quiet{font-size:13.5px}
.legend{display:flex;margin-top:6px;gap:9px;align-items:center;color:var(--muted);font-size:13px;white-space:nowrap}
.heat{border-collapse:separate;border-spacing:3px;table-layout:fixed;min-width:560px;margin-top:12px}
.heat th{padding:6px 8px;text-align:center;font-size:13.5px;font-weight:600;line-height:1.3;color:var(--text);border:0;hyphens:auto}
.heat thead th{vertical-align:bottom}
.heat tr>:first-child{text-align:left;padding-left:0;width:190px}
.heat .note{display:block;font-size:12px}
.heat td{padding:8px 5px;text-align:center;border-radius:5px;line-height:1.3;vertical-align:middle}
.heat tbody th{vertical-align:middle}
.heat td b{display:block;font-weight:600;font-size:15px}
.heat td span{font-size:12px}
.heat thead .tile{margin-right:7px;vertical-align:-1px}
.heat.dense td{padding:6px 4px}
.heat.dense td b{display:inline;margin-right:7px}
.heat.dense th{padding-top:3px;padding-bottom:3px}
figure{margin-top:12px}
.drawing{display:block;width:100%;min-width:600px}
.frame{background:var(--surface);border:1px solid var(--line);border-radius:10px}
.drawing .line{fill:none}
.drawing .dots{fill:none;stroke-linecap:round}
.fill-text{fill:var(--text)}.fill-muted{fill:var(--muted)}.fill-line{fill:var(--line)}.fill-surface{fill:var(--surface)}
.stroke-text{stroke:var(--text)}.stroke-muted{stroke:var(--muted)}.stroke-line{stroke:var(--line)}.stroke-surface{stroke:var(--surface)}
.drawing .bold{font-weight:650}
.drawing .halo{stroke:var(--surface);stroke-width:6px;stroke-linejoin:round;paint-order:stroke}
figcaption{display:flex;flex-wrap:wrap;gap:4px 18px;margin-top:10px;font-size:13.5px}
`;

const details = `
.how{margin-top:8px}
.how>div{display:grid;grid-template-columns:210px 1fr;gap:20px;padding:7px 0;border-bottom:1px solid var(--line)}
.how>div:last-child{border-bottom:0}
.how dt{font-weight:600}
.method{margin-top:52px;border-top:1px solid var(--strong);padding-top:14px;font-size:14px}
.method summary{cursor:pointer;color:var(--accent);font-weight:600;width:max-content;font-size:15px}
.method .scroll{margin-top:26px}
footer .logo{width:16px;height:16px;vertical-align:-3px;margin-right:4px}
footer{color:var(--muted);font-size:13px;padding-top:36px;padding-bottom:48px}
`;

const narrow = `
@media screen and (width < 700px){
main,footer{padding:0 18px}
h1{font-size:26px}
section{margin-top:40px}
.figures>div{flex-basis:40%;padding:10px 14px}
.figures dd{font-size:18px}
.segments,.segments tbody,.segments tfoot,.segments .words,.segments td,.segments th{display:block}
.segments thead{position:absolute;clip-path:inset(50%)}
.segments tr.name,.segments tfoot tr{display:grid;grid-template-columns:1fr 1fr 1fr;gap:6px 14px}
.segments tr.name>th,.segments tfoot th{grid-column:1/-1;padding-bottom:4px}
.segments tr.name>td,.segments tfoot td{padding:0;font-size:15px;text-align:left;border:0}
.segments td[data-head]::before{content:attr(data-head);display:block;color:var(--muted);font-size:12.5px}
.segments .words td{padding:8px 0 18px}
.segments .name>th{padding-top:18px}
.bars{grid-template-columns:1fr;gap:6px}
.bars svg+.bar-name{margin-top:10px}
.effects{grid-template-columns:1fr;gap:3px}
.effects svg+.effect-said{margin-bottom:10px}
.heat tr>:first-child{width:130px}
.how>div{grid-template-columns:1fr;gap:0}
}
`;

const print = (size: string) => `
@page{size:${size};margin:15mm 14mm 17mm;@bottom-right{content:counter(page) " / " counter(pages);font:9pt sans-serif;color:#5b626c}}
@media print{
:root{${light}--ground:#fff}
main,footer{max-width:none;padding:0;zoom:.82}
main>section:first-child{margin-top:0}
.figures{flex-wrap:nowrap}
.figures dd{font-size:20px}
h2{break-after:avoid}
h1,h3,.p-muted{break-after:avoid}
section,.method{margin-top:38px}
.segments .name>*{padding-top:11px}
.segments .words td{padding-bottom:11px}
.whole,tr,.how>div{break-inside:avoid}
.own-page{break-before:page}
main>.own-page:first-child{break-before:auto}
thead{display:table-header-group}
tfoot{display:table-row-group}
.scroll{overflow:visible}
.heat,.plain,.drawing{min-width:0}
.method::details-content{content-visibility:visible;block-size:auto;display:block}
.method summary{list-style:none;color:var(--text);font-size:20px;break-after:avoid}
.method summary::-webkit-details-marker{display:none}
footer{padding-top:20px;padding-bottom:0;break-before:avoid}
.how>div{padding:4px 0}
.method{font-size:13px}
.method .scroll{margin-top:18px}
.method .plain{font-size:12px}
.method .plain th,.method .plain td{padding-top:2px;padding-bottom:2px}
.list{font-size:12px}
.list th,.list td{padding-top:1.5px;padding-bottom:1.5px}
}
`;

/** Light and dark as the screen is, always light on paper. Nothing is loaded: fonts are the reader's own. */
export const reportStyles = (paper: 'a4' | 'letter'): string => `:root{${light}}
@media screen and (prefers-color-scheme:dark){:root{${dark}}}${page}${head}${tables}${pictures}${details}${narrow}${print(paper === 'a4' ? 'A4' : 'letter')}`;
