import { isTimeZone } from '@ucp/channel/domain/sending-hours';
import { describe, expect, test } from 'vitest';
import { areaCodes } from './area-codes.ts';
import { placeOfNumber } from './place.ts';

describe('where a number is', () => {
  test.each([
    ['+15125550123', ['America/Chicago'], ['US', 'US-TX']],
    ['+12125550123', ['America/New_York'], ['US', 'US-NY']],
    ['+18505550123', ['America/New_York', 'America/Chicago'], ['US', 'US-FL']],
    ['+16025550123', ['America/Phoenix'], ['US', 'US-AZ']],
    ['+14165550123', ['America/Toronto'], ['CA', 'CA-ON']],
    ['+19025550123', ['America/Halifax'], ['CA', 'CA-NS', 'CA-PE']],
    ['+4915123456789', ['Europe/Berlin', 'Europe/Busingen'], ['DE']],
    ['+18765550123', ['America/Jamaica'], ['JM']],
    ['+17875550123', ['America/Puerto_Rico'], ['PR']],
  ])('%s is in %j', (number, timeZones, regions) => {
    expect(placeOfNumber(number)).toEqual({ timeZones, regions });
  });

  test('is every zone of the country when its area code is of no place', () => {
    const { timeZones, regions } = placeOfNumber('+15005550006');
    expect(regions).toEqual(['US']);
    expect(timeZones).toEqual(expect.arrayContaining(['America/New_York', 'Pacific/Honolulu']));
  });

  test('has zones and parts of countries that exist', () => {
    expect(areaCodes.size).toBeGreaterThan(400);
    for (const [code, { regions, timeZones }] of areaCodes) {
      expect(code).toMatch(/^[2-9]\d\d$/);
      for (const zone of timeZones) expect(isTimeZone(zone), zone).toBe(true);
      for (const region of regions) expect(region).toMatch(/^(US|CA)-[A-Z]{2}$/);
    }
  });
});
