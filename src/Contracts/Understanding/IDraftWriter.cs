using Suiying.Kernel;

namespace Suiying.Contracts.Understanding;

/// <summary>
/// 草拟: asks the language model that a city has set up, if it has, for a first wording. A person reads it, changes it and answers for it; nothing
/// depends on it. Whoever calls gives no sealed or secret matter and no 举报; numbers, accounts and names that can be found are taken out here.
/// </summary>
public interface IDraftWriter
{
    /// <summary>Name of the model, of letters, digits and <c>-_.:/@</c>; null where the city has set up none, and then no page offers drafts.</summary>
    string? Model { get; }

    /// <summary>How long a draft is waited for; zero where none is set up.</summary>
    TimeSpan Longest { get; }

    /// <summary>A draft. Refused where none is set up, or where the service does not answer in time, refuses, or answers what is no text.</summary>
    /// <param name="asked">What the model may know of the matter.</param>
    /// <param name="by">Who asks; logged with the ticket number, without any text.</param>
    /// <param name="ct">Gives up; what the service does then is its own affair.</param>
    Task<Outcome<ModelDraft>> Write(DraftAsked asked, Actor by, CancellationToken ct);
}

/// <summary>What is to be drafted.</summary>
public enum DraftKind
{
    /// <summary>答复, to the person who asked.</summary>
    Reply,

    /// <summary>概要, of what was said and done, for staff.</summary>
    Summary,
}

/// <summary>What a model is told of a matter.</summary>
public sealed record DraftAsked
{
    public required DraftKind Kind { get; init; }

    /// <summary>工单编号, for the log alone; it is not sent.</summary>
    public required string Number { get; init; }

    /// <summary>Name of the category; empty where there is none.</summary>
    public required string Category { get; init; }

    /// <summary>What people said, one text a request; as it was written.</summary>
    public required IReadOnlyList<string> Told { get; init; }

    /// <summary>What was done since, oldest first.</summary>
    public IReadOnlyList<DoneStep> Steps { get; init; } = [];

    /// <summary>What the knowledge base says of it.</summary>
    public IReadOnlyList<KnownAnswer> Known { get; init; } = [];

    /// <summary>Names that are known to stand in the texts, such as those of colleagues; they are taken out.</summary>
    public IReadOnlyList<string> Names { get; init; } = [];
}

/// <summary>One step of a matter.</summary>
/// <param name="Day">The city's day, yyyy-MM-dd.</param>
/// <param name="What">What was done, and by which unit; nobody's name.</param>
/// <param name="Text">What was written; may be empty.</param>
public sealed record DoneStep(string Day, string What, string Text);

/// <summary>One item of the knowledge base.</summary>
/// <param name="Title">Its question.</param>
/// <param name="Answer">What holds today.</param>
public sealed record KnownAnswer(string Title, string Answer);

/// <summary>模型草拟稿: a wording that nobody has read yet.</summary>
/// <param name="Text">Plain text of at most 4,000 characters.</param>
/// <param name="Model">The model that wrote it.</param>
public sealed record ModelDraft(string Text, string Model);
