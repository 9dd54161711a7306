namespace Suiying.Programmes.Model;

/// <summary>群众确认: what one person says of a project near them or of one that they called about. A person has one and may change it.</summary>
public sealed class ProjectAnswer
{
    public const int LongestText = 500;

    public required Guid ProjectId { get; init; }

    /// <summary>Leads to the sealed identity; never shown.</summary>
    public required Guid PersonId { get; init; }

    /// <summary>办成了没有; null where the person cannot tell.</summary>
    public required bool? Done { get; set; }

    public required Contentment Contentment { get; set; }

    /// <summary>Index of the site beside which the person lives, or null.</summary>
    public required int? Site { get; set; }

    /// <summary>反映人: they had called about this kind of matter.</summary>
    public required bool Caller { get; set; }

    /// <summary>In the person's words, without what the finder of personal data hid; may be empty.</summary>
    public required string Text { get; set; }

    public required DateTimeOffset At { get; set; }
}

/// <summary>满意程度</summary>
public enum Contentment
{
    /// <summary>满意</summary>
    Satisfied,

    /// <summary>基本满意</summary>
    Mostly,

    /// <summary>不满意</summary>
    Dissatisfied,
}

/// <summary>确认计数</summary>
/// <param name="Satisfied">满意</param>
/// <param name="Mostly">基本满意</param>
/// <param name="Dissatisfied">不满意</param>
/// <param name="Done">They say that it was done.</param>
/// <param name="NotDone">They say that it was not.</param>
/// <param name="Callers">So many had called about it.</param>
/// <param name="CallersDone">So many of those say that it was done.</param>
public readonly record struct AnswerCounts(int Satisfied, int Mostly, int Dissatisfied, int Done, int NotDone, int Callers, int CallersDone)
{
    public int All => Satisfied + Mostly + Dissatisfied;

    public static AnswerCounts Of(IReadOnlyCollection<(Contentment Contentment, bool? Done, bool Caller, int Count)> counted) =>
        new(
            counted.Where(c => c.Contentment is Contentment.Satisfied).Sum(c => c.Count),
            counted.Where(c => c.Contentment is Contentment.Mostly).Sum(c => c.Count),
            counted.Where(c => c.Contentment is Contentment.Dissatisfied).Sum(c => c.Count),
            counted.Where(c => c.Done is true).Sum(c => c.Count),
            counted.Where(c => c.Done is false).Sum(c => c.Count),
            counted.Where(c => c.Caller).Sum(c => c.Count),
            counted.Where(c => c is { Caller: true, Done: true }).Sum(c => c.Count)
        );
}
