/** How the page looks on a screen. System fonts only; colours are named once for light and once for dark. */
export const PAGE_STYLE = `
:root {
  color-scheme: light dark;
  --page: #f4f5f7; --surface: #fff; --ink: #1b2430; --muted: #566072; --line: #d9dee6; --soft: #eef1f5;
  --link: #1c4f91; --focus: #1c4f91;
  --error: #a3241a; --error-soft: #fbeae8; --warning: #7f4f00; --warning-soft: #fcf1dd;
  --info: #3b5370; --info-soft: #e8eef5; --waived: #5a4890; --waived-soft: #efebf8;
  --pass: #1b6a3b; --pass-soft: #e5f3ea; --bar: #3f8f60; --cover: #4d7fb8;
}
@media screen and (prefers-color-scheme: dark) {
  :root {
    --page: #13171d; --surface: #1b2129; --ink: #e5e9ee; --muted: #a4aebc; --line: #353e4a; --soft: #242c36;
    --link: #8ebaf5; --focus: #8ebaf5;
    --error: #ff9f94; --error-soft: #40211f; --warning: #efc06a; --warning-soft: #3a2d14;
    --info: #abc5e3; --info-soft: #233140; --waived: #cbbdf3; --waived-soft: #2f294a;
    --pass: #86d5a3; --pass-soft: #183625; --bar: #4ea673; --cover: #5f93cf;
  }
}
* { box-sizing: border-box; }
[hidden] { display: none !important; }
html { scroll-padding-top: 8.5rem; -webkit-text-size-adjust: 100%; }
body {
  margin: 0; background: var(--page); color: var(--ink);
  font: 15px/1.6 "PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", "Source Han Sans SC", "Segoe UI", system-ui, sans-serif;
  font-variant-numeric: tabular-nums; overflow-wrap: anywhere;
}
a { color: var(--link); text-underline-offset: 0.15em; text-decoration-thickness: 1px; }
:focus-visible { outline: 3px solid var(--focus); outline-offset: 2px; border-radius: 3px; }
p, ul, ol, dl, dd, h1, h2, h3, h4, pre { margin: 0; padding: 0; }
ul, ol { list-style: none; }
code, pre { font-family: ui-monospace, "Cascadia Mono", Consolas, Menlo, "Noto Sans Mono CJK SC", monospace; font-size: 0.9em; }
pre { background: var(--soft); border: 1px solid var(--line); border-radius: 4px; padding: 0.5rem 0.75rem; margin: 0.4rem 0; white-space: pre-wrap; }
h1 { font-size: 1.7rem; line-height: 1.3; font-weight: 650; }
h2 { font-size: 1.2rem; line-height: 1.4; font-weight: 650; }
h3 { font-size: 1.02rem; font-weight: 650; }
h4 { font-size: 0.85rem; font-weight: 600; color: var(--muted); }
.quiet, .meta, .count { color: var(--muted); font-size: 0.87rem; }
.count { font-weight: 400; margin-left: 0.3em; }
.label { color: var(--muted); }
.nowrap { white-space: nowrap; }
.dot { display: inline-block; width: 3px; height: 3px; border-radius: 50%; background: currentColor; margin: 0 0.5em; vertical-align: middle; opacity: 0.7; }
.unseen { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
.skip { position: absolute; left: -100rem; top: 0; background: var(--surface); padding: 0.5rem 1rem; z-index: 9; }
.skip:focus { left: 0; }
.top, main, nav, footer { max-width: 68rem; margin: 0 auto; padding: 0 1.25rem; }

.top { padding-top: 1.75rem; display: grid; grid-template-columns: minmax(0, 1fr); gap: 0.15rem; }
.eyebrow { color: var(--muted); font-size: 0.9rem; }
.verdict { margin-top: 0.9rem; background: var(--surface); border: 1px solid var(--line); border-left: 6px solid; border-radius: 6px; display: flex; flex-wrap: wrap; align-items: stretch; }
.verdict.pass { border-left-color: var(--pass); }
.verdict.fail { border-left-color: var(--error); }
.conclusion { flex: 1 1 22rem; padding: 1.1rem 1.25rem 1.1rem 5rem; position: relative; }
.mark { position: absolute; left: 1.2rem; top: 1.25rem; width: 2.8rem; height: 2.8rem; fill: none; stroke: currentColor; stroke-width: 2.5; stroke-linecap: round; stroke-linejoin: round; }
.pass .mark, .pass .headline { color: var(--pass); }
.fail .mark, .fail .headline { color: var(--error); }
.headline { font-size: 1.55rem; font-weight: 700; line-height: 1.35; }
.conclusion .note { margin-top: 0.35rem; color: var(--warning); font-size: 0.9rem; }
.figures { display: flex; align-items: center; padding: 0.6rem 0; margin-right: 0.5rem; }
.figures div { padding: 0.2rem 1rem; text-align: right; border-left: 1px solid var(--line); }
.figures dt { font-size: 0.8rem; color: var(--muted); white-space: nowrap; }
.figures dd { font-size: 1.6rem; font-weight: 600; line-height: 1.25; }
.figures .zero dd { color: var(--muted); font-weight: 400; }
.figures .error dd { color: var(--error); } .figures .warning dd, .figures .skipped dd { color: var(--warning); } .figures .waived dd { color: var(--waived); }
.deadline { margin-top: 0.75rem; background: var(--surface); border: 1px solid var(--line); border-radius: 6px; padding: 0.8rem 1.25rem; display: grid; grid-template-columns: 6.5rem minmax(0, 1fr); gap: 0.1rem 1rem; }
.deadline h2 { font-size: 1rem; grid-row: span 4; }
.deadline dl { display: grid; grid-template-columns: max-content max-content minmax(0, 1fr); gap: 0 1.25rem; }
.deadline dl div { display: contents; }
.deadline dt { color: var(--muted); }
.deadline .until, .deadline dt { line-height: 1.9; }
.deadline .left { font-weight: 650; font-size: 1.15rem; }
.deadline .past .left { color: var(--error); }
.deadline p { grid-column: 2; }
.now { font-size: 0.87rem; color: var(--muted); }
.now strong { color: var(--ink); }

nav { margin-top: 0.9rem; }
nav ul { display: flex; flex-wrap: wrap; gap: 0.2rem 1.1rem; font-size: 0.9rem; }
main { padding-bottom: 2rem; }
main > section { margin-top: 2rem; }
main > section > h2 { border-bottom: 2px solid var(--ink); padding-bottom: 0.25rem; margin-bottom: 0.7rem; }

table { border-collapse: collapse; width: 100%; }
th, td { text-align: left; vertical-align: baseline; padding: 0.28rem 0.7rem 0.28rem 0; border-bottom: 1px solid var(--line); font-weight: 400; }
thead th { color: var(--muted); font-size: 0.82rem; white-space: nowrap; }
td.number, th.number { text-align: right; white-space: nowrap; }
.scroll { overflow-x: auto; }
.inline-label { display: none; }
.ledger td, .ledger th { padding-right: 1.1rem; }
.ledger tbody .name { font-weight: 600; white-space: nowrap; }
.ledger td.chart { width: 38%; vertical-align: middle; }
.ledger .chart + .number { font-weight: 600; }
.ledger .note.open { color: var(--error); } .ledger .note.met { color: var(--pass); }
.bar { display: block; }
.bar rect, .key rect { stroke: var(--page); stroke-width: 2px; }
rect.valid { fill: var(--bar); }
rect.faulty { fill: url(#hatch); }
.bar rect.missing, .key rect.missing { fill: var(--surface); stroke: var(--error); stroke-width: 1.5px; stroke-dasharray: 3 2; width: calc(100% - 4px); x: 1px; }
rect.open { fill: var(--line); }
.limit { stroke: var(--ink); stroke-width: 2px; }
.hatch-ground { fill: var(--error-soft); } .hatch-line { stroke: var(--error); stroke-width: 3px; }
.legend { display: flex; flex-wrap: wrap; gap: 0.1rem 1.2rem; margin-top: 0.5rem; color: var(--muted); font-size: 0.82rem; }
.key { vertical-align: -2px; }

ol.next { margin-top: 0.5rem; border-top: 1px solid var(--line); }
ol.next li { display: grid; grid-template-columns: minmax(0, 5fr) minmax(0, 2fr) minmax(0, 4fr); gap: 0 1rem; align-items: baseline; border-bottom: 1px solid var(--line); padding: 0.28rem 0; }
ol.next .quiet { display: -webkit-box; -webkit-box-orient: vertical; -webkit-line-clamp: 3; overflow: hidden; }
ol.next .what { color: var(--error); }
details { margin-top: 0.3rem; }
summary { cursor: pointer; color: var(--link); font-size: 0.87rem; width: fit-content; }
details ol.next { border-top: 0; margin-top: 0; }

.filters { position: sticky; top: 0; z-index: 5; background: var(--page); border-bottom: 1px solid var(--line); padding: 0.6rem 0; margin-top: 1.5rem; }
.grades { border: 0; margin: 0; padding: 0; display: flex; flex-wrap: wrap; gap: 0.35rem; }
.grade { position: relative; }
.grade input { position: absolute; opacity: 0; inset: 0; margin: 0; width: 100%; height: 100%; cursor: pointer; }
.grade span { display: block; padding: 0.15rem 0.8rem; border: 1px solid var(--muted); border-radius: 99px; font-size: 0.88rem; background: var(--surface); }
.grade input:checked + span { background: var(--ink); color: var(--page); border-color: var(--ink); font-weight: 600; }
.grade input:focus-visible + span { outline: 3px solid var(--focus); outline-offset: 2px; }
.fields { display: flex; flex-wrap: wrap; gap: 0.4rem 0.8rem; margin-top: 0.5rem; align-items: flex-end; }
.fields label span { display: block; font-size: 0.78rem; color: var(--muted); line-height: 1.3; }
.fields select, .fields input, .fields button { font: inherit; font-size: 0.9rem; color: inherit; background: var(--surface); border: 1px solid var(--muted); border-radius: 4px; padding: 0.2rem 0.5rem; max-width: 15rem; min-height: 2rem; }
.fields .search { flex: 1 1 12rem; } .fields .search input { width: 100%; max-width: none; }
.fields button { cursor: pointer; }
.hits { font-size: 0.85rem; color: var(--muted); margin-top: 0.35rem; }
#nothing { margin-top: 1.5rem; padding: 1rem; background: var(--surface); border: 1px dashed var(--muted); border-radius: 6px; }

.work { background: var(--surface); border: 1px solid var(--line); border-radius: 6px; padding: 0.8rem 1.1rem 0.9rem; margin-top: 0.7rem; content-visibility: auto; contain-intrinsic-size: auto 22rem; }
.work.brief { contain-intrinsic-size: auto 8rem; }
.work:target, .finding:target, .rule:target { outline: 2px solid var(--focus); outline-offset: 2px; }
.work-head { display: grid; grid-template-columns: minmax(0, 1fr) auto; gap: 0 1rem; align-items: baseline; }
.work-head .quiet { grid-column: 1 / -1; }
.work-number { color: var(--muted); font-weight: 500; margin-right: 0.3em; }
.chips { text-align: right; }
.tag { display: inline-block; border-radius: 3px; padding: 0 0.45em; font-size: 0.82rem; font-weight: 600; white-space: nowrap; }
.tag.error, .tag.candidate { color: var(--error); background: var(--error-soft); }
.tag.candidate { border: 1px dashed currentColor; }
.tag.warning { color: var(--warning); background: var(--warning-soft); }
.tag.info { color: var(--info); background: var(--info-soft); }
.tag.waived { color: var(--waived); background: var(--waived-soft); }
.tag.pass { color: var(--pass); background: var(--pass-soft); }
.findings { margin-top: 0.5rem; display: grid; gap: 0.5rem; }
.finding { border-left: 3px solid; padding: 0.05rem 0 0.05rem 0.8rem; }
.finding.error, .finding.candidate { border-color: var(--error); }
.finding.warning { border-color: var(--warning); }
.finding.info { border-color: var(--info); }
.finding.waived { border-color: var(--waived); border-left-style: dashed; }
.finding .message { font-weight: 550; }
.finding.info .message, .finding.waived .message { font-weight: 400; }
.finding .reason { color: var(--waived); }
.spots { columns: 16rem; font-size: 0.87rem; margin-top: 0.2rem; padding-left: 0.8rem; }
.frames { display: grid; grid-template-columns: repeat(6, minmax(0, 1fr)); gap: 0.35rem; margin-top: 0.8rem; }
.frames li { position: relative; background: var(--soft); line-height: 0; align-self: start; }
.frames img { width: 100%; height: auto; display: block; }
.time { display: block; line-height: 1.5; font-size: 0.75rem; color: var(--muted); background: var(--surface); }
.timeline { margin-top: 0.7rem; }
.timeline h4 { display: inline; margin-right: 0.8em; }
.timeline h4 + .quiet { display: inline; }
.timeline svg { display: block; overflow: visible; }
rect.track { fill: var(--soft); stroke: var(--line); stroke-width: 1px; }
rect.covered { fill: var(--cover); stroke: none; }
.key rect.covered, .key rect.track { stroke-width: 1px; }
.spot { fill: var(--error); } .spot .stem { stroke: var(--error); stroke-width: 1px; }
.axis { display: flex; justify-content: space-between; font-size: 0.75rem; color: var(--muted); line-height: 1.4; }
.columns { display: grid; grid-template-columns: minmax(0, 3fr) minmax(0, 2fr); gap: 0.6rem 2rem; margin-top: 0.7rem; }
.columns.single { grid-template-columns: minmax(0, 1fr); margin-top: 0.3rem; }
.single h4 { display: none; }
.asked table { font-size: 0.9rem; }
.asked th, .asked td { padding-top: 0.16rem; padding-bottom: 0.16rem; }
.asked td:nth-child(n + 4) { white-space: nowrap; }
.asked th.file { color: var(--muted); font-size: 0.82rem; padding-top: 0.4rem; }
.outcome.pass { color: var(--pass); } .outcome.skipped { color: var(--warning); font-weight: 600; }
.checks ul { columns: 14rem; font-size: 0.87rem; margin-top: 0.3rem; }
.open-checks summary { color: var(--warning); }
.material { font-size: 0.9rem; }
.material div { display: grid; grid-template-columns: 4.5rem minmax(0, 1fr); gap: 0 0.6rem; padding: 0.16rem 0; border-bottom: 1px solid var(--line); }
.material dt { color: var(--muted); }
q { quotes: none; }
[lang|=zh] q { quotes: "「" "」"; } [lang=en] q { quotes: "“" "”"; }
.matrix { width: auto; min-width: 100%; margin-top: 0.4rem; }
.matrix td, .matrix thead th + th { text-align: center; }
.matrix thead th span { display: inline-block; }
.matrix tfoot td, .matrix tfoot th { font-weight: 600; border-bottom: 0; }
.matrix .none { color: var(--error); }
.yes { fill: var(--bar); vertical-align: -1px; }
#topics h3 { margin-top: 1rem; }
.rule { padding: 0.5rem 0; border-bottom: 1px solid var(--line); }
.rule code { font-weight: 400; color: var(--muted); }
.method div { display: grid; grid-template-columns: 9.5rem minmax(0, 1fr); gap: 0 1rem; padding: 0.25rem 0; border-bottom: 1px solid var(--line); }
.method dt { color: var(--muted); }
#method h3 { margin: 1rem 0 0.2rem; }
#method td:first-child { white-space: nowrap; }
.digest { word-break: break-all; }

@media screen and (max-width: 44rem) {
  html { scroll-padding-top: 1rem; }
  .top, main, nav, footer { padding-left: 0.8rem; padding-right: 0.8rem; }
  .filters { position: static; }
  .conclusion { padding-left: 4rem; padding-right: 0.8rem; } .mark { left: 0.8rem; width: 2.4rem; height: 2.4rem; }
  .headline { font-size: 1.3rem; }
  .figures { flex: 1 1 100%; border-top: 1px solid var(--line); margin: 0; justify-content: space-between; }
  .figures div { padding: 0.1rem 0.5rem; border: 0; text-align: left; flex: 1; } .figures dt { white-space: normal; }
  .deadline { grid-template-columns: minmax(0, 1fr); padding: 0.7rem 0.8rem; } .deadline p { grid-column: 1; }
  .deadline dl { gap: 0 0.7rem; }
  .columns { grid-template-columns: minmax(0, 1fr); }
  ol.next li { grid-template-columns: minmax(0, 1fr) auto; } ol.next .quiet { display: -webkit-box; -webkit-box-orient: vertical; -webkit-line-clamp: 3; overflow: hidden; }
ol.next .what { grid-column: 1 / -1; }
  .frames { grid-template-columns: repeat(3, minmax(0, 1fr)); }
  .work { padding: 0.7rem 0.8rem; }
  .work-head { grid-template-columns: minmax(0, 1fr); } .chips { text-align: left; }
  .ledger thead { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
  .ledger, .ledger tbody { display: block; }
  .ledger tr { display: grid; grid-template-columns: 1fr auto auto auto; border-bottom: 1px solid var(--line); padding: 0.4rem 0; gap: 0 0.9rem; align-items: baseline; }
  .ledger td, .ledger th { border: 0; padding: 0; } .ledger .name { grid-column: 1 / -1; }
  .ledger td.chart { grid-column: 1 / -1; width: auto; padding: 0.2rem 0; } .ledger td.note { grid-row: 3; grid-column: 1; }
  .ledger td.number { font-size: 0.87rem; } .inline-label { display: inline; color: var(--muted); font-weight: 400; margin-right: 0.3em; }
  .matrix thead th + th { writing-mode: vertical-rl; padding: 0.3rem 0.1rem; vertical-align: bottom; }
  .matrix thead th span { display: inline; }
  .matrix td { padding-right: 0.1rem; }
  .asked table { font-size: 0.84rem; } .asked td, .asked th { padding-right: 0.4rem; } .asked .value { min-width: 4.9rem; }
  .method div { grid-template-columns: minmax(0, 1fr); }
  .material div { grid-template-columns: 3.5rem minmax(0, 1fr); }
}
`;
