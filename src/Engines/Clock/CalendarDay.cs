namespace Suiying.Engines.Clock;

/// <summary>A day on which the official notice departs from the weekday rule.</summary>
/// <param name="Date">The local date.</param>
/// <param name="Name">The holiday it belongs to.</param>
/// <param name="Off">True where it is a day off, false where it is a make-up working day 调休上班.</param>
public sealed record CalendarDay(DateOnly Date, string Name, bool Off);

/// <summary>办公时间 in force from a day on; summer and winter hours are two entries.</summary>
public sealed record OfficeHours(DateOnly From, TimeOnly Open, TimeOnly Close);

/// <summary>When something is due.</summary>
/// <param name="At">The instant; what happens at it is still in time.</param>
/// <param name="Provisional">True where a year was needed whose calendar is not published: it may still move, in the person's favour only.</param>
public readonly record struct DueTime(DateTimeOffset At, bool Provisional);
