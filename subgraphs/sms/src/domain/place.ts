import { nowhere, type Place } from '@ucp/channel/channel-kind';
import { parsePhoneNumberFromString } from 'libphonenumber-js/max';
import { areaCodes, zonesOfCountry } from './area-codes.ts';

/**
 * Where the owner of a number may be, by the number: in the United States and Canada by its area code, elsewhere in every zone
 * of its country as the runtime's own data (CLDR) has them. Nowhere when the country is not known.
 * @param number E.164
 */
export function placeOfNumber(number: string): Place {
  const known = places.get(number.slice(0, 8));
  if (known !== undefined) return known;
  const place = lookUp(number);
  if (places.size >= placesKept) places.clear();
  places.set(number.slice(0, 8), place);
  return place;
}

/** Numbers that share their first digits are in one place: parsing one costs more than all else of a decision. */
const places = new Map<string, Place>();
const placesKept = 10_000;

function lookUp(number: string): Place {
  const country = parsePhoneNumberFromString(number)?.country;
  if (country === undefined) return nowhere;
  if (country !== 'US' && country !== 'CA') return { timeZones: zonesOf(country), regions: [country] };
  const area = areaCodes.get(number.slice(2, 5));
  return {
    timeZones: area?.timeZones ?? zonesOfCountry(country),
    regions: [country, ...(area?.regions ?? [])],
  };
}

/** A property in older runtimes, a method in newer ones. */
function zonesOf(country: string): string[] {
  const locale: object = new Intl.Locale('und', { region: country });
  const method: unknown = Reflect.get(locale, 'getTimeZones');
  const zones: unknown = typeof method === 'function' ? method.call(locale) : Reflect.get(locale, 'timeZones');
  return Array.isArray(zones) ? zones.map(String) : [];
}
