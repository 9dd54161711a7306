using Suiying.Contracts.Requests;

namespace Suiying.Scores.Model;

/// <summary>
/// 计分回访: what a person answered of a request, and the unit that answers for it. Of several answers in one month of scores the last counts.
/// It follows from the journal alone, so it can be made again at any time.
/// </summary>
public sealed class ScoredCallback : IFoldedRow<ScoredCallback>
{
    public required RequestId RequestId { get; init; }

    /// <summary>The month of scores, by its first day of the calendar.</summary>
    public required DateOnly Month { get; init; }

    /// <summary>Code of the unit that answered for the request when the person was asked.</summary>
    public required string Unit { get; set; }

    /// <summary>Code of the category of the request; null where it has none.</summary>
    public required string? Category { get; set; }

    /// <summary>剔除: the ground on which it is out of all rates; null while it counts.</summary>
    public required ExclusionGround? Excluded { get; set; }

    /// <summary>工单编号</summary>
    public required string Number { get; set; }

    public required DateTimeOffset At { get; set; }

    /// <summary>The step of the request in which the person answered.</summary>
    public required int Seq { get; set; }

    /// <summary>是否联系; null where it was not said.</summary>
    public required bool? Contacted { get; set; }

    /// <summary>是否解决</summary>
    public required AnswerDegree Solved { get; set; }

    /// <summary>是否满意; null for 未评价.</summary>
    public required AnswerDegree? Satisfied { get; set; }

    /// <summary>The version of the city's rules of that day.</summary>
    public required int RegistryVersion { get; set; }

    /// <summary>Made by a generator.</summary>
    public required bool Synthetic { get; set; }

    (RequestId, int, DateOnly) IFoldedRow<ScoredCallback>.Key => (RequestId, 0, Month);

    public bool Agrees(ScoredCallback other) => Told() == other.Told();

    public ScoredCallback Copy() => (ScoredCallback)MemberwiseClone();

    public void Take(ScoredCallback other)
    {
        (Unit, Number, At, Seq) = (other.Unit, other.Number, other.At, other.Seq);
        (Contacted, Solved, Satisfied) = (other.Contacted, other.Solved, other.Satisfied);
        (RegistryVersion, Synthetic) = (other.RegistryVersion, other.Synthetic);
        (Category, Excluded) = (other.Category, other.Excluded);
    }

    private (
        RequestId,
        DateOnly,
        string,
        string,
        DateTimeOffset,
        (int, bool?, AnswerDegree, AnswerDegree?),
        (int, bool),
        (string?, ExclusionGround?)
    ) Told() =>
        (RequestId, Month, Unit, Number, At, (Seq, Contacted, Solved, Satisfied), (RegistryVersion, Synthetic), (Category, Excluded));
}
