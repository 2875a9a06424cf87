/**
 * Time of this page, ms since the epoch, unaffected by changes of the device's clock: a deadline that is shown with it
 * stays where it is when a device sets its clock.
 */
export const pageNow = (): number => performance.timeOrigin + performance.now();
