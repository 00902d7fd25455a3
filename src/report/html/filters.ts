/** Controls that the page's script needs: hidden where there is none. */
import { GRADES } from '../../i18n/screens-html.ts';
import { byCodeUnit } from '../../util/order.ts';
import { type Html, html } from './html.ts';
import { gradeWord, type View } from './view.ts';
import { categoriesOf } from './works.ts';

interface Choice {
  readonly value: string;
  readonly name: string;
}

export function renderFilters(view: View): Html {
  const { findings, options } = view;
  const { filters: say } = options.words;
  const grades = GRADES.map((grade) => ({ grade, count: findings.filter((one) => one.grade === grade).length }));
  const radios = [
    radio('', `${say.all} ${findings.length}`, true),
    ...grades
      .filter(({ count }) => count > 0)
      .map(({ grade, count }) => radio(grade, `${gradeWord(grade, options)} ${count}`, false)),
  ];
  return html`<form id="filters" class="filters" role="search" aria-label="${say.label}" hidden>
<fieldset class="grades"><legend class="unseen">${say.grade}</legend>${radios}</fieldset>
<div class="fields">
${select('category', say.category, say.all, categoryChoices(view))}
${select('institution', say.institution, say.all, institutionChoices(view))}
${select('rule', say.rule, say.all, ruleChoices(view))}
<label class="search"><span>${say.search}</span><input type="search" name="words" placeholder="${say.searchHint}" autocomplete="off" spellcheck="false"></label>
<button type="reset">${say.reset}</button>
</div>
<p id="hits" class="hits" role="status" data-hits="${say.hits}"></p>
</form>`;
}

function radio(value: string, name: string, checked: boolean): Html {
  return html`<label class="grade"><input type="radio" name="grade" value="${value}"${checked ? html` checked` : null}><span>${name}</span></label>`;
}

/** Where there is nothing to choose there is no control. */
function select(name: string, label: string, all: string, choices: readonly Choice[]): Html | null {
  if (choices.length < 2) return null;
  const entries = choices.map((choice) => html`<option value="${choice.value}">${choice.name}</option>`);
  return html`<label><span>${label}</span><select name="${name}"><option value="">${all}</option>${entries}</select></label>`;
}

function categoryChoices({ report, rest, options }: View): Choice[] {
  const named = categoriesOf(report).map(({ id, name }) => ({ value: `=${id}`, name }));
  const whole = rest.some(({ finding }) => finding.place.category === undefined);
  return whole ? [...named, { value: '=', name: options.words.filters.whole }] : named;
}

function institutionChoices({ works, rest, options }: View): Choice[] {
  const owners = rest.flatMap(({ institution }) => institution ?? []);
  const names = [...new Set([...works.map(({ item }) => item.institution ?? ''), ...owners])].sort(byCodeUnit);
  return names.map((name) => ({ value: `=${name}`, name: name === '' ? options.words.filters.noInstitution : name }));
}

function ruleChoices({ findings, options: { rules } }: View): Choice[] {
  const ids = [...new Set(findings.map(({ finding }) => finding.rule))].sort(byCodeUnit);
  return ids.map((id) => ({ value: `=${id}`, name: `${rules[id].title} (${id})` }));
}
