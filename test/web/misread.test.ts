import { expect, it } from 'vitest';
import { misread } from '#test/web/misread.ts';

const radio = (attributes = '') => `<input type="radio"${attributes} name="severity" value="low"/>`;

it.each([
  ['<input type="text" name="a" value=""/>', []],
  ['<input type="text" name="a" value/>', ['without a value: <input type="text" name="a" value/>']],
  ['<a href="/?a=1>2" title>', ['without a value: <a href="/?a=1>2" title>']],
  ['<details open><input type="checkbox" checked name="a"/>', []],
  ['<input type="checkbox" name="a" checked/>', ['ends its tag: <input type="checkbox" name="a" checked/>']],
  ['<form></form><p><textarea readonly>', ['behind a form: <textarea readonly>']],
  ['<textarea readonly></textarea><form><input name="a"/></form>', []],
  [`<form>${radio()}${radio()}</form>`, ['0 chosen of severity']],
  [`<form>${radio(' checked')}${radio()}</form><form>${radio()}</form>`, ['0 chosen of severity']],
  [`<form>${radio(' checked')}${radio()}</form><form>${radio(' checked')}</form>`, []],
  ['<select name="a"><option value="">Chọn</option><option>Một</option></select>', []],
  ['<select name="a"><option selected>Một</option></select>', ['first without a value: <option selected>']],
])('of %s browsers misread %j', (html, faults) => {
  expect(misread(html)).toEqual(faults);
});
