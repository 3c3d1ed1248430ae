import { nowhere, type Place } from '@ucp/channel/channel-kind';
import { parsePhoneNumberFromString } from 'libphonenumber-js/max';
import { areaCodes, countryOf, zonesOfCountry } from './area-codes.ts';

/**
 * Where the owner of a number may be, by the number: in the United States and Canada by its area code, elsewhere in every zone
 * of its country as the runtime's own data (CLDR) has them. Nowhere when the country is not known.
 * @param number E.164
 */
export function placeOfNumber(number: string): Place {
  const area = number.startsWith('+1') ? areaCodes.get(number.slice(2, 5)) : undefined;
  if (area !== undefined) return { timeZones: area.timeZones, regions: [countryOf(area), ...area.regions] };
  const country = parsePhoneNumberFromString(number)?.country;
  if (country === undefined) return nowhere;
  const shared = country === 'US' || country === 'CA';
  return { timeZones: shared ? zonesOfCountry(country) : zonesOf(country), regions: [country] };
}

/** A property in older runtimes, a method in newer ones. */
function zonesOf(country: string): string[] {
  const locale: object = new Intl.Locale('und', { region: country });
  const method: unknown = Reflect.get(locale, 'getTimeZones');
  const zones: unknown = typeof method === 'function' ? method.call(locale) : Reflect.get(locale, 'timeZones');
  return Array.isArray(zones) ? zones.map(String) : [];
}
