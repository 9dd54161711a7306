using Suiying.Contracts.People;

namespace Suiying.Requests.Model;

/// <summary>代班: a handler is away, and a colleague of the same unit has what waits for them meanwhile. Rows are added and ended, never changed or deleted.</summary>
public sealed class Absence
{
    public static readonly TimeSpan Longest = TimeSpan.FromDays(366);

    private Absence() { }

    public Guid Id { get; private set; }

    public string Unit { get; private set; } = "";

    public Guid PersonId { get; private set; }

    public string PersonName { get; private set; } = "";

    public Guid SubstituteId { get; private set; }

    public string SubstituteName { get; private set; } = "";

    public DateTimeOffset From { get; private set; }

    /// <summary>Exclusive; ended early it is when that was.</summary>
    public DateTimeOffset Until { get; private set; }

    /// <summary>Who noted it: the person, or a colleague for them.</summary>
    public string ByName { get; private set; } = "";

    public DateTimeOffset NotedAt { get; private set; }

    /// <summary>When somebody ended it before its time.</summary>
    public DateTimeOffset? EndedAt { get; private set; }

    public string? EndedByName { get; private set; }

    public bool RunsAt(DateTimeOffset at) => From <= at && at < Until;

    public static Outcome<Absence> Note(StaffMember person, StaffMember substitute, AbsenceTime time, Actor by, DateTimeOffset at)
    {
        if (substitute.Id == person.Id)
            return Refusal.Invalid(new FieldProblem("substitute", "不能由本人代班，请选另一位同事。"));
        if (time.Until <= time.From || time.Until <= at)
            return Refusal.Invalid(new FieldProblem("until", "结束要晚于开始，也要晚于现在。"));
        if (time.Until - time.From > Longest)
            return Refusal.Invalid(new FieldProblem("until", "一次最长一年，到期可以再登记。"));
        return new Absence
        {
            Id = Guid.CreateVersion7(at),
            Unit = person.Unit ?? "",
            PersonId = person.Id,
            PersonName = person.Name,
            SubstituteId = substitute.Id,
            SubstituteName = substitute.Name,
            From = time.From,
            Until = time.Until,
            ByName = by.Name,
            NotedAt = at,
        };
    }

    /// <summary>回岗: from now on the person has their own work again.</summary>
    public Refusal? End(Actor by, DateTimeOffset at)
    {
        if (Until <= at)
            return new AbsenceIsOver();
        (EndedAt, EndedByName, Until) = (at, by.Name, From > at ? From : at);
        return null;
    }
}

/// <summary>From when until when somebody is away.</summary>
/// <param name="From">Inclusive.</param>
/// <param name="Until">Exclusive.</param>
public sealed record AbsenceTime(DateTimeOffset From, DateTimeOffset Until);
