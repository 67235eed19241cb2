import type { Locator, Page } from 'playwright-core';
import { addMonths, dayAt, type Month, monthAt } from '#shared/period.ts';
import { toTyped } from '#shared/reports/to-typed.ts';
import { demoSystem, signIn } from '#test/bench/demo-system.ts';
import type { Figure } from '#test/bench/figures.ts';
import { findBrowser, launch } from '#test/browser/find-browser.ts';
import { fullReport } from '#test/web/reports/full-report.ts';

/** The narrowest telephone in use. */
const PHONE = { width: 360, height: 740 };
const CELL = 'hiep-hoa.thanh-van.thanh-binh';

/** What a usual month may cost: no deduction changed, two tasks, no concern. */
const most = { questions: 20, height: 3200, taps: 12, keys: 60 };
/** The height of the form with everything filled before it was shortened. */
const WHOLE_BEFORE = 11_222;

/**
 * What one report costs whoever types it at 360 pixels: of a usual month, by hand and in order, and with everything
 * filled. Free text is written for its own sake: neither its keys nor the tap into it are the form's.
 */
export async function fillingFigures(): Promise<Figure[]> {
  const found = await findBrowser();
  if (!found) throw new Error('The packages carry no browser for this machine, and none is installed');
  const system = await demoSystem();
  const browser = await launch(found);
  try {
    const context = await browser.newContext({ viewport: PHONE, serviceWorkers: 'block' });
    const { headers } = await signIn(system.url, 'thanh-van');
    const cookies = (headers['cookie'] ?? '').split('; ').map((each) => {
      const [name = '', value = ''] = each.split(/=(.*)/s);
      return { name, value, url: system.url };
    });
    await context.addCookies(cookies);
    const month = monthAt(new Date().toISOString());
    const page = await context.newPage();
    page.on('dialog', (dialog) => void dialog.accept());
    const open = () => page.goto(`${system.url}/reports/new?cell=${CELL}&month=${month}&kind=regular`);
    await open();
    const usual = await fillUsual(page, month);
    await open();
    const whole = await fillWhole(page, month);
    const of = (name: string, value: number, unit: string, floor?: number): Figure => ({
      name,
      value,
      unit,
      ...(floor && { floor: { name: 'what is promised', value: floor }, most: 1 }),
    });
    return [
      of('a usual month, inputs that are seen', usual.inputs, 'inputs'),
      of('a usual month, questions that are seen', usual.questions, 'questions', most.questions),
      of('a usual month, the height of the form', usual.height, 'px', most.height),
      of('a usual month, where the first field stands', usual.first, 'px'),
      of('a usual month, taps beside those into free text', usual.taps, 'taps', most.taps),
      of('a usual month, taps into free text', usual.freeTaps, 'taps'),
      of('a usual month, keys beside free text', usual.keys, 'keys', most.keys),
      of('everything filled, the height of the form', whole, 'px', WHOLE_BEFORE),
    ];
  } finally {
    await browser.close();
    await system.stop();
  }
}

const heightOf = (page: Page) => page.evaluate(() => document.documentElement.scrollHeight);

/** Fills the form in its order and counts; then what stands open is measured. */
async function fillUsual(page: Page, month: Month) {
  const costs = { taps: 0, freeTaps: 0, keys: 0 };
  const first = await page.evaluate(
    () => document.querySelector('#report input:not([type=hidden])')?.getBoundingClientRect().top ?? 0,
  );
  const answer = async (name: string, value: string, free = false) => {
    const radio = page.locator(`[type=radio][name="${name}"][value="${value}"]`);
    const isRadio = (await radio.count()) > 0;
    const field = isRadio ? radio : page.locator(`[name="${name}"]`);
    if (isRadio ? await field.isChecked() : (await field.inputValue()) === value) return;
    costs.taps += await unfold(page, field);
    if (isRadio) await field.check();
    else await field.fill(value);
    costs[free ? 'freeTaps' : 'taps']++;
    if (!isRadio && !free) costs.keys += value.length;
  };
  const [year, number] = month.split('-');
  const [, next] = addMonths(month, 1).split('-');
  await answer('date', (await page.locator('[name=date]').inputValue()) || `03/${number}/${year}`);
  await answer('kind', 'regular');
  await answer('durationMinutes', '95');
  const required = Number(/(?:Phải|phải) dự:? (\d+)/.exec((await page.locator('#report').textContent()) ?? '')?.[1]);
  await answer('present', String(required - 1));
  await answer('excused', '1');
  const confirm = page.locator('#s-attendance button');
  if ((await confirm.count()) > 0) {
    await confirm.click();
    costs.taps++;
  } else await answer('unexcused', '0');
  await answer('resolution', 'resolution');
  await answer('resolutionText', 'Vận động hiến đất mở rộng đường trục thôn', true);
  const carried = await page.locator('input[type=hidden][name^="followUps["]').count();
  for (let n = 0; n < carried; n++) await answer(`followUps[${n}].status`, 'done');
  for (const n of [0, 1]) {
    await answer(`tasks[${n}].what`, 'Lập danh sách hộ hiến đất', true);
    await answer(`tasks[${n}].who`, 'Trưởng thôn', true);
    await answer(`tasks[${n}].due`, `02/${next}/${next === '01' ? Number(year) + 1 : year}`);
  }
  costs.taps++; // sends it
  const seen = await page.evaluate(() => {
    const shown = [...document.querySelectorAll<HTMLInputElement>('#report :is(input, textarea, select)')].filter(
      (each) => each.type !== 'hidden' && each.checkVisibility(),
    );
    return { inputs: shown.length, questions: new Set(shown.map(({ name }) => name)).size };
  });
  return { ...costs, ...seen, first, height: await heightOf(page) };
}

/** Opens what a field is folded away in; how many taps that took. */
async function unfold(page: Page, field: Locator): Promise<number> {
  const taps = await field.evaluate((each) => {
    let opened = 0;
    for (let at = each.closest('details'); at; at = at.parentElement?.closest('details') ?? null) {
      if (!at.open) opened++;
      at.open = true;
    }
    return opened;
  });
  await page.waitForTimeout(0);
  return taps;
}

/** Fills every field of the form, with three rows in each list; the height of the form. */
async function fillWhole(page: Page, month: Month): Promise<number> {
  const [year, number] = month.split('-');
  const typed = { ...toTyped(fullReport), date: `${dayAt(new Date().toISOString()).slice(8)}/${number}/${year}` };
  await page.evaluate(() => {
    for (const each of document.querySelectorAll('details')) each.open = true;
  });
  for (const list of ['tasks', 'followUps', 'matters']) {
    while ((await page.locator(`[name^="${list}[2]"]`).count()) === 0) {
      await page.locator(`[value="more.${list}"]`).click();
    }
  }
  for (const [name, said] of Object.entries(typed)) {
    const value = /status$/.test(name) ? 'done' : said;
    const field = page.locator(`#report [name="${name}"]:not([type=hidden])`);
    const radio = page.locator(`#report [type=radio][name="${name}"][value=${JSON.stringify(value)}]`);
    if (/^\w+$/.test(value) && (await radio.count()) > 0) await radio.check();
    else if (/topic$/.test(name)) await field.selectOption(value);
    else if ((await field.count()) > 0) await field.fill(value);
  }
  return heightOf(page);
}
