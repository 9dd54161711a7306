namespace Suiying.Contracts.Requests;

/// <summary>
/// 流转档案: what was done to requests, as it stands in the journal, for who counts anew what others have counted. Codes and times only; sealed
/// and secret requests and 举报 are not in it.
/// </summary>
public interface IRequestJournal
{
    /// <summary>The steps of one request; null where there is none that may be told.</summary>
    Task<RequestHistory?> Of(RequestId request, CancellationToken ct);

    /// <summary>The steps of the requests of a part, in the order of their ids; without those of which nothing may be told.</summary>
    Task<IReadOnlyList<RequestHistory>> Of(JournalPart part, CancellationToken ct);

    /// <summary>Parts in their order, in which each id lies once, known or not.</summary>
    /// <param name="size">How many requests a part has at most, where nothing is registered meanwhile.</param>
    /// <param name="moved">Only those that were registered, or whose person answered, from a moment up to another; null for all.</param>
    /// <param name="ct">Ends it.</param>
    IAsyncEnumerable<JournalPart> Parts(int size, (DateTimeOffset From, DateTimeOffset Until)? moved, CancellationToken ct);

    /// <summary>When the first request was registered; null where there is none.</summary>
    Task<DateTimeOffset?> FirstRegistration(CancellationToken ct);
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
