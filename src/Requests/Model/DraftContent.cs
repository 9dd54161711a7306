using Suiying.Contracts.Requests;

namespace Suiying.Requests.Model;

/// <summary>How the person wants to be known.</summary>
public enum DraftContact
{
    /// <summary>Leaves a phone.</summary>
    Phone,

    /// <summary>Signed in by phone code: the phone is already sealed.</summary>
    SignedIn,

    /// <summary>Leaves nothing.</summary>
    Anonymous,
}

/// <summary>A resident's answers so far. Lives only encrypted in a <see cref="RequestDraft"/>.</summary>
public sealed record DraftContent
{
    /// <summary>Id that the request will have: a second press makes no second request.</summary>
    public required RequestId Id { get; init; }

    /// <summary>Minted with the draft, so that a retried submission shows the same code.</summary>
    public required string QueryCode { get; init; }

    public RequestType? Type { get; init; }

    public string Text { get; init; } = "";

    public IReadOnlyList<KeptPhoto> Photos { get; init; } = [];

    /// <summary>True once the question of the place was answered or passed over.</summary>
    public bool PlaceAnswered { get; init; }

    /// <summary>True once the person has passed over similar matters near the place, or where there are none.</summary>
    public bool SimilarAnswered { get; init; }

    public PlaceOfMatter Where { get; init; } = new();

    public DraftContact? Contact { get; init; }

    public string Phone { get; init; } = "";

    public string Name { get; init; } = "";

    public bool WantsReply { get; init; } = true;

    /// <summary>只用文字联系</summary>
    public bool TextOnly { get; init; }

    public bool WantsSecrecy { get; init; }

    public bool AboutConduct { get; init; }

    /// <summary>True once the question of the accused unit was answered or passed over.</summary>
    public bool AccusedAnswered { get; init; }

    public string? AccusedUnit { get; init; }

    /// <summary>Number of the request once it is submitted; all other answers are then gone from the draft.</summary>
    public string? Number { get; init; }

    public bool AsksAccused => Type == RequestType.Report || AboutConduct;

    /// <summary>The first question that has no answer yet.</summary>
    public DraftStep Next =>
        Number is not null ? DraftStep.Receipt
        : Type is null || Text.Length == 0 ? DraftStep.Matter
        : !PlaceAnswered ? DraftStep.Place
        : !SimilarAnswered ? DraftStep.Similar
        : Contact is null ? DraftStep.Contact
        : AsksAccused && !AccusedAnswered ? DraftStep.Accused
        : DraftStep.Check;

    public Intake ToIntake() =>
        new()
        {
            Type = Type ?? RequestType.Other,
            Channel = Channel.Web,
            Text = Text,
            Where = Where,
            WantsReply = WantsReply && Contact != DraftContact.Anonymous,
            TextOnly = TextOnly && Contact != DraftContact.Anonymous,
            WantsSecrecy = WantsSecrecy,
            AboutConduct = AboutConduct,
            AccusedUnit = AsksAccused ? AccusedUnit : null,
        };

    public static DraftContent New(DateTimeOffset at) => new() { Id = RequestId.New(at), QueryCode = Model.QueryCode.Make() };
}

/// <summary>The questions of the journey, one a page.</summary>
public enum DraftStep
{
    Matter,
    Place,
    Similar,
    Contact,
    Accused,
    Check,
    Receipt,
}
