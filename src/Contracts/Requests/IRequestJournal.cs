namespace Suiying.Contracts.Requests;

/// <summary>
/// 流转档案: what was done to requests, as it stands in the journal, for who counts anew what others have counted. Codes and times only; sealed
/// and secret requests and 举报 are not in it.
/// </summary>
public interface IRequestJournal
{
    /// <summary>The steps of one request; null where there is none that may be told.</summary>
    Task<RequestHistory?> Of(RequestId request, CancellationToken ct);

    /// <summary>When a person answered first; null where none did.</summary>
    Task<DateTimeOffset?> FirstAnswer(CancellationToken ct);

    /// <summary>Every request whose person answered at least once from a moment up to another; in the order of their ids.</summary>
    Task<IReadOnlyList<RequestId>> Answered(DateTimeOffset from, DateTimeOffset until, CancellationToken ct);

    /// <summary>The steps of these requests; without those of which nothing may be told.</summary>
    Task<IReadOnlyList<RequestHistory>> Of(IReadOnlyCollection<RequestId> requests, CancellationToken ct);

    /// <summary>When the first request was registered; null where there is none.</summary>
    Task<DateTimeOffset?> FirstRegistration(CancellationToken ct);

    /// <summary>The work on these requests, in the order of their ids; without those of which nothing may be told.</summary>
    Task<IReadOnlyList<WorkHistory>> WorkOn(IReadOnlyCollection<RequestId> requests, CancellationToken ct);

    /// <summary>Every request that was registered here from a moment up to another; in the order of their ids.</summary>
    Task<IReadOnlyList<RequestId>> Registered(DateTimeOffset from, DateTimeOffset until, CancellationToken ct);
}

/// <summary>One request's steps.</summary>
public sealed record RequestHistory
{
    public required RequestId Request { get; init; }

    /// <summary>工单编号</summary>
    public required string Number { get; init; }

    /// <summary>As it is filed now.</summary>
    public required RequestType Type { get; init; }

    /// <summary>Code of the category as it is filed now; null where it has none.</summary>
    public required string? Category { get; init; }

    /// <summary>Made by a generator.</summary>
    public required bool Synthetic { get; init; }

    /// <summary>In their order; those alone that give the request to a unit or tell what the person answered.</summary>
    public required IReadOnlyList<JournalStep> Steps { get; init; }
}

/// <summary>One step.</summary>
public sealed record JournalStep
{
    /// <summary>Its place among all steps of the request; 1 is the registration.</summary>
    public required int Seq { get; init; }

    public required DateTimeOffset At { get; init; }

    /// <summary>The unit that answers for the request from this step on; null where the step gives it to none.</summary>
    public required string? Unit { get; init; }

    /// <summary>What the person answered in this step; null where it asked nothing.</summary>
    public required PersonAnswers? Answers { get; init; }

    /// <summary>The version of the city's rules of that day.</summary>
    public required int RegistryVersion { get; init; }
}

/// <summary>回访三问: what the person answered.</summary>
/// <param name="Contacted">是否联系; null where it was not said.</param>
/// <param name="Solved">是否解决.</param>
/// <param name="Satisfied">是否满意; null for 未评价.</param>
public sealed record PersonAnswers(bool? Contacted, AnswerDegree Solved, AnswerDegree? Satisfied);

/// <summary>How far a person says yes.</summary>
public enum AnswerDegree
{
    /// <summary>解决, 满意</summary>
    Yes,

    /// <summary>部分解决, 基本满意</summary>
    Partly,

    /// <summary>未解决, 不满意</summary>
    No,
}
