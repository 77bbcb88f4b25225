/** One sheet for every page: system fonts of every script, light and dark, logical properties for both directions. */
export const style = `
:root {
  color-scheme: light dark;
  --paper: #fbfaf8; --card: #ffffff; --ink: #1c1f23; --soft: #5a616b; --line: #e2dfd9; --accent: #0f5c6e; --accent-soft: #dcecef;
  --for: #fdeaa0; --for-line: #c99700; --against: #f6d3d3; --against-line: #b3403f; --cue: #d9e8f7; --cue-line: #3c78b4;
  --good: #1d6b41; --bad: #a32b2a;
}
@media (prefers-color-scheme: dark) {
  :root {
    --paper: #14171a; --card: #1b1f23; --ink: #e8e6e3; --soft: #a3abb5; --line: #30363c; --accent: #7fc4d4; --accent-soft: #1d3a42;
    --for: #4d420f; --for-line: #d8b545; --against: #4d2323; --against-line: #dd8080; --cue: #1e3550; --cue-line: #78aee0;
    --good: #74c998; --bad: #ee8f8c;
  }
}
* { box-sizing: border-box; }
body { margin: 0; background: var(--paper); color: var(--ink); font: 16px/1.55 system-ui, "Segoe UI", Roboto, "Noto Sans", "Noto Sans Arabic", sans-serif; }
.wide { max-width: 66rem; margin-inline: auto; padding-inline: 1.25rem; }
a { color: var(--accent); text-underline-offset: .15em; }
:focus-visible { outline: 3px solid var(--accent); outline-offset: 2px; border-radius: 2px; }
.skip { position: absolute; inset-inline-start: -100rem; } .skip:focus { inset-inline-start: 1rem; top: .5rem; }
.top { border-block-end: 1px solid var(--line); background: var(--card); }
.top .wide { display: flex; flex-wrap: wrap; gap: .25rem 2rem; align-items: baseline; padding-block: .8rem; }
.top .name { font-weight: 700; letter-spacing: .02em; font-size: 1.15rem; color: var(--ink); text-decoration: none; }
.top nav { display: flex; gap: 1.25rem; } .top nav a { text-decoration: none; padding-block: .2rem; }
.visitor { margin-inline-start: auto; display: flex; flex-wrap: wrap; gap: .25rem .75rem; align-items: center; color: var(--soft); font-size: .86rem; overflow-wrap: anywhere; } .visitor button { background: none; color: var(--accent); border-color: var(--line); font-size: .86rem; min-height: 2rem; padding: .15rem .7rem; }
.top nav a[aria-current] { color: var(--ink); font-weight: 600; border-block-end: 2px solid var(--accent); }
main { padding-block: 1.75rem 4rem; }
h1 { font-size: 1.7rem; line-height: 1.25; margin: 0 0 .35rem; letter-spacing: -.01em; } h2 { font-size: 1.1rem; line-height: 1.35; }
.lead { margin: 0; color: var(--soft); } .lead strong { color: var(--ink); }
.meta, .score { color: var(--soft); font-size: .86rem; }
.filters { display: flex; flex-wrap: wrap; gap: .6rem .9rem; align-items: end; margin-block: 1.25rem; padding: .8rem 1rem; background: var(--card); border: 1px solid var(--line); border-radius: 8px; }
.filters label { display: grid; gap: .15rem; font-size: .8rem; color: var(--soft); }
input, select, button { font: inherit; font-size: .95rem; color: var(--ink); background: var(--paper); border: 1px solid var(--line); border-radius: 6px; padding: .35rem .55rem; min-height: 2.3rem; }
button { background: var(--accent); color: var(--card); border-color: var(--accent); font-weight: 600; padding-inline: 1rem; cursor: pointer; }
.bars h2 { font-size: .86rem; font-weight: 600; color: var(--soft); margin: 1.5rem 0 .4rem; }
.bars dl { display: grid; grid-template-columns: max-content 1fr; gap: .2rem .9rem; margin: 0; align-items: center; max-width: 34rem; }
.bars dt { font-size: .9rem; } .bars dd { margin: 0; display: flex; gap: .6rem; align-items: center; font-variant-numeric: tabular-nums; } .bars rect { fill: var(--accent); } .bars span { min-width: 2rem; }
.articles { list-style: none; padding: 0; margin: 1.5rem 0 0; display: grid; gap: .8rem; }
.articles article { background: var(--card); border: 1px solid var(--line); border-radius: 8px; padding: .9rem 1.1rem; }
.articles h2 { margin: .2rem 0; } .articles h2 a { color: var(--ink); text-decoration: none; } .articles h2 a:hover { text-decoration: underline; }
.articles p { margin: 0; } .articles .excerpt { margin-block: .25rem .5rem; color: var(--soft); }
[dir="rtl"] { text-align: start; line-height: 1.8; }
article:has(> h2[dir="rtl"]) > .meta { text-align: end; }
.relation, .theme, .status { display: inline-block; font-size: .78rem; line-height: 1.5; border-radius: 4px; padding: 0 .45rem; background: var(--accent-soft); color: var(--ink); }
.theme { background: none; border: 1px solid var(--line); color: var(--soft); }
.relation.campaign { background: #efe3f5; color: #3b1d4d; } .relation.state { background: #f8e1d5; color: #4f2410; } .relation.unknown { background: #e6e6e6; color: #333; }
.status { background: none; padding: 0; font-weight: 600; } .status.good { color: var(--good); } .status.bad { color: var(--bad); } .status.waiting { color: var(--soft); }
.scroll { overflow-x: auto; margin-block-start: 1rem; } table { border-collapse: collapse; width: 100%; font-size: .9rem; }
th, td { text-align: start; vertical-align: top; padding: .5rem .7rem; border-block-end: 1px solid var(--line); } th { font-size: .78rem; color: var(--soft); font-weight: 600; white-space: nowrap; }
th.number { text-align: end; } .figures { display: flex; flex-wrap: wrap; gap: .8rem; margin-block: 1.25rem; } .figures div { flex: 1 1 11rem; background: var(--card); border: 1px solid var(--line); border-radius: 8px; padding: .7rem .9rem; }
.figures dt { font-size: .86rem; color: var(--soft); } .figures dd { margin: 0; display: grid; gap: .1rem; } .figures strong { font-size: 1.3rem; font-variant-numeric: tabular-nums; }
td.number { font-variant-numeric: tabular-nums; text-align: end; white-space: nowrap; } td[dir] { min-width: 10rem; } td.place { white-space: nowrap; } td.unit { min-width: 9rem; } summary { cursor: pointer; margin-block: .75rem; color: var(--accent); } td .meta, td bdi { overflow-wrap: anywhere; } td:has(.meta) { min-width: 14rem; }
.record { max-width: 46rem; } .record header p { margin: 0 0 .4rem; } .record .text { font-size: 1.06rem; margin-block: 1.5rem; overflow-wrap: anywhere; } .record section { margin-block-start: 2rem; }
.verdict { border-inline-start: 4px solid var(--accent); background: var(--card); padding: .6rem .9rem; border-radius: 0 6px 6px 0; }
.note { border: 1px dashed var(--line); padding: .6rem .9rem; border-radius: 6px; }
mark { color: var(--ink); border-radius: 3px; padding: .05em .15em; } mark.for { background: var(--for); border-block-end: 2px solid var(--for-line); } mark.against { background: var(--against); border-block-end: 2px dashed var(--against-line); } mark.cue { background: var(--cue); border-block-end: 2px dotted var(--cue-line); }
.trace { font-size: .9rem; padding-inline-start: 1.2rem; } .trace time { color: var(--soft); font-variant-numeric: tabular-nums; }
.message { max-width: 36rem; margin: 3rem auto; white-space: pre-line; } .empty { padding: 2rem; text-align: center; color: var(--soft); border: 1px dashed var(--line); border-radius: 8px; }
.actions { display: flex; flex-wrap: wrap; gap: .75rem 1.25rem; align-items: center; white-space: normal; } .button { background: var(--accent); color: var(--card); border-radius: 6px; padding: .45rem 1rem; font-weight: 600; text-decoration: none; }
.reader { max-width: 44rem; } .reader form { margin-block-start: .9rem; } .reader section { margin-block-start: 2.5rem; padding-block-start: 1rem; border-block-start: 1px solid var(--line); } .reader .address code { overflow-wrap: anywhere; }
.settings { display: grid; gap: 1rem; margin-block-start: 1.25rem; } .settings h2 { margin: 1rem 0 0; } .field { display: grid; gap: .2rem; } .field span { font-weight: 600; font-size: .92rem; } .field small { color: var(--soft); } .field input, .field select { width: 100%; max-width: 26rem; min-height: 2.75rem; }
.settings fieldset { border: 1px solid var(--line); border-radius: 8px; padding: .5rem .9rem .8rem; margin: 0; min-width: 0; } .settings legend { font-weight: 600; font-size: .92rem; padding-inline: .3rem; } .choices { display: grid; grid-template-columns: repeat(auto-fill, minmax(11rem, 1fr)); gap: .1rem 1rem; } .choices label { display: flex; gap: .5rem; align-items: center; min-height: 2.4rem; } .choices input { min-height: 0; width: 1.15rem; height: 1.15rem; accent-color: var(--accent); }
.reader button { min-height: 2.75rem; } button.second { background: none; color: var(--accent); border-color: var(--accent); }
.feedback { display: grid; gap: .75rem; margin-block: 1rem; } .feedback fieldset { display: grid; grid-template-columns: repeat(auto-fill, minmax(11rem, 1fr)); gap: .35rem 1rem; border: 1px solid var(--line); border-radius: 8px; padding: .6rem .9rem; margin: 0 0 .75rem; } .feedback legend { color: var(--soft); font-size: .86rem; } .feedback label { display: flex; gap: .5rem; align-items: center; min-height: 2rem; } .feedback input { min-height: 0; width: 1.1rem; height: 1.1rem; accent-color: var(--accent); }
.asking { max-width: 36rem; margin: 2rem auto; } .asking blockquote { margin: 1rem 0; padding: .7rem 1rem; background: var(--card); border: 1px solid var(--line); border-radius: 8px; overflow-wrap: anywhere; } .asking blockquote p { margin: 0; font-weight: 600; font-size: 1.06rem; } .asking blockquote footer { margin-block-start: .25rem; }
iframe.mail { width: 100%; height: 75vh; border: 1px solid var(--line); border-radius: 8px; background: #fff; margin-block-start: 1rem; }
code { background: var(--accent-soft); border-radius: 4px; padding: .1em .35em; font-size: .88em; }
`;
