using Suiying.Contracts.People;
using Suiying.Kernel;

namespace Suiying.Contracts.Requests;

/// <summary>What sort of matter it is, as the person says.</summary>
public enum MatterKind
{
    /// <summary>咨询</summary>
    Inquiry,

    /// <summary>求助</summary>
    Help,

    /// <summary>投诉</summary>
    Complaint,

    /// <summary>举报: sealed from the first moment.</summary>
    Report,

    /// <summary>建议</summary>
    Suggestion,

    /// <summary>表扬</summary>
    Praise,
}

/// <summary>A photo as it was sent; it is re-encoded before it is kept.</summary>
/// <param name="Name">File name of the sender; never kept.</param>
/// <param name="Content">Readable more than once, with a known length.</param>
public sealed record IncomingPhoto(string Name, Stream Content);

/// <summary>Where a matter is, as a program tells it: what it says of the area is a proposal until a person confirms it.</summary>
public sealed record IncomingPlace
{
    /// <summary>Code of the area that the place seems to lie in, or null.</summary>
    public string? Area { get; init; }

    /// <summary>WGS-84 degrees; null together with <see cref="Latitude"/>.</summary>
    public double? Longitude { get; init; }

    /// <summary>WGS-84 degrees.</summary>
    public double? Latitude { get; init; }

    /// <summary>The place in words; at most 200 characters.</summary>
    public string Text { get; init; } = "";
}

/// <summary>How the matter is to be treated.</summary>
public sealed record IncomingWishes
{
    /// <summary>The person wants to be told the answer.</summary>
    public bool WantsReply { get; init; }

    /// <summary>The person does not want to be known.</summary>
    public bool WantsSecrecy { get; init; }

    /// <summary>The matter is about how a unit or an official behaved; it is sealed.</summary>
    public bool AboutConduct { get; init; }
}

/// <summary>A request that comes in through another program.</summary>
public sealed record IncomingRequest
{
    /// <summary>Minted by the caller; handing in again under the same id makes no second request.</summary>
    public required RequestId Id { get; init; }

    /// <summary>5 to 4,000 characters.</summary>
    public required string Text { get; init; }

    /// <summary>Code of a category.</summary>
    public required string Category { get; init; }

    /// <summary>As the person says; a request for help where they say nothing.</summary>
    public MatterKind Kind { get; init; } = MatterKind.Help;

    /// <summary>Where the matter is.</summary>
    public IncomingPlace Place { get; init; } = new();

    /// <summary>Who speaks; null or without a phone is anonymous.</summary>
    public Identity? Person { get; init; }

    /// <summary>How the matter is to be treated.</summary>
    public IncomingWishes Wishes { get; init; } = new();

    /// <summary>At most five.</summary>
    public IReadOnlyList<IncomingPhoto> Photos { get; init; } = [];
}

/// <summary>What a request that was handed in was given.</summary>
/// <param name="Id">The id that the caller minted.</param>
/// <param name="Number">工单编号</param>
/// <param name="QueryCode">The code that the person holds beside the number; told this once, null at a retry.</param>
public sealed record IncomingReceipt(RequestId Id, string Number, string? QueryCode);

/// <summary>What a program adds to a request that it handed in.</summary>
public sealed record IncomingFacts
{
    /// <summary>The request; the caller has checked that it came from the same program.</summary>
    public required RequestId Request { get; init; }

    /// <summary>The same for every retry.</summary>
    public required Guid Key { get; init; }

    /// <summary>2 to 2,000 characters.</summary>
    public required string Text { get; init; }

    /// <summary>At most five.</summary>
    public IReadOnlyList<IncomingPhoto> Photos { get; init; } = [];
}

/// <summary>Takes in requests, and facts to them, from other programs. The same rules hold as for a resident's own form.</summary>
public interface IRequestDesk
{
    /// <summary>Registers a request with the channel of programs; its area waits for a person's confirmation.</summary>
    Task<Outcome<IncomingReceipt>> Submit(IncomingRequest request, CancellationToken ct);

    /// <summary>Adds facts as the person of the request.</summary>
    Task<Outcome<Done>> AddFacts(IncomingFacts facts, CancellationToken ct);
}
