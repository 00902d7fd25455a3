/**
 * The script of the page, as it is written into it: filters, search and the time that is left. It holds nothing of the
 * report, so that nobody's words can become a program; what it says it reads from the elements. The page is whole without it.
 */
export const PAGE_SCRIPT = `'use strict';
(() => {
  const byId = (id) => document.getElementById(id);
  const all = (selector, root = document) => Array.from(root.querySelectorAll(selector));
  const fill = (template, values) => template.replace(/\\{(\\w+)\\}/g, (whole, name) => String(values[name]));

  const form = byId('filters');
  const hits = byId('hits');
  const nothing = byId('nothing');
  const sections = all('main > section');
  const groups = all('[data-group]').map((element) => ({
    element,
    findings: all('[data-grade]', element),
    text: '',
  }));
  const isWork = ({ element }) => element.dataset.group === 'work';
  const plain = (text) => text.normalize('NFKC').toLowerCase();
  const textOf = (group) => {
    if (group.text === '') group.text = plain(group.element.textContent);
    return group.text;
  };
  const fits = (wanted, value) => !wanted || wanted === '=' + value;

  const show = (group, wanted, words) => {
    const { category, institution } = group.element.dataset;
    const fitting = group.findings.filter((finding) => {
      const { grade, rule, institution: owner } = finding.dataset;
      const own = isWork(group) || fits(wanted.institution, owner);
      finding.hidden = !(own && (!wanted.grade || wanted.grade === grade) && fits(wanted.rule, rule));
      return !finding.hidden;
    });
    const named = fits(wanted.category, category) && (!isWork(group) || fits(wanted.institution, institution));
    const found = fitting.length > 0 || (isWork(group) && !(wanted.grade || wanted.rule));
    const shown = named && found && words.every((word) => textOf(group).includes(word));
    group.element.hidden = !shown;
    return shown ? fitting.length : 0;
  };

  const apply = () => {
    const wanted = Object.fromEntries(new FormData(form));
    const words = plain(wanted.words).split(/\\s+/).filter(Boolean);
    const filtered = words.length > 0 || ['grade', 'category', 'institution', 'rule'].some((name) => wanted[name]);
    const findings = groups.reduce((sum, group) => sum + show(group, wanted, words), 0);
    const works = groups.filter((group) => isWork(group) && !group.element.hidden).length;
    for (const section of sections) {
      const members = groups.filter(({ element }) => section.contains(element));
      if (members.length > 0) section.hidden = members.every(({ element }) => element.hidden);
    }
    nothing.hidden = groups.some(({ element }) => !element.hidden) || !filtered;
    document.documentElement.classList.toggle('filtered', filtered);
    const allWorks = groups.filter(isWork).length;
    const allFindings = groups.reduce((sum, group) => sum + group.findings.length, 0);
    const told = fill(hits.dataset.hits, { works, allWorks, findings, allFindings });
    if (hits.textContent !== told) hits.textContent = told;
  };

  if (groups.length > 1) {
    form.hidden = false;
    form.addEventListener('input', apply);
    form.addEventListener('submit', (event) => event.preventDefault());
    form.addEventListener('reset', () => setTimeout(apply));
    // A link into what a filter hides shows it first.
    document.addEventListener('click', ({ target }) => {
      const link = target.closest('a[href^="#"]');
      const goal = link && byId(link.hash.slice(1));
      if (goal && goal.closest('[hidden]')) {
        form.reset();
        apply();
      }
    });
    // Browsers keep what was chosen when a page is loaded again.
    addEventListener('pageshow', apply);
  }

  // Paper cannot be unfolded.
  const unfold = (open) => {
    for (const element of all('details.more')) element.open = open;
  };
  addEventListener('beforeprint', () => unfold(true));
  addEventListener('afterprint', () => unfold(false));

  const now = byId('now');
  const tell = () => {
    const { days, hours, left, past } = now.dataset;
    for (const element of all('[data-until]', now)) {
      const leftMs = Number(element.dataset.until) - Date.now();
      const minutes = Math.floor(Math.abs(leftMs) / 60000);
      const day = Math.floor(minutes / 1440);
      const hour = Math.floor(minutes / 60);
      const time =
        day > 0 ? fill(days, { days: day, hours: hour % 24 }) : fill(hours, { hours: hour, minutes: minutes % 60 });
      element.textContent = fill(leftMs > 0 ? left : past, { time });
    }
  };
  if (now) {
    tell();
    setInterval(tell, 30000);
    now.hidden = false;
  }
})();
`;
