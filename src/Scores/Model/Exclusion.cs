using Suiying.Contracts.Registry;
using Suiying.Contracts.Requests;

namespace Suiying.Scores.Model;

/// <summary>
/// 剔除申请: a unit asks that one answer of a person be left out of its score; somebody of another unit reviews it, the hotline decides. It is
/// about the score alone: the person is answered as before and keeps every right. Of one answer, not of the request: what the person says
/// later counts.
/// </summary>
public sealed class Exclusion
{
    public const int LeastText = 10,
        MostText = 1000,
        MostBasis = 200;

    private Exclusion() { }

    public Guid Id { get; private set; }

    public RequestId RequestId { get; private set; }

    /// <summary>The month of scores in which the person answered.</summary>
    public DateOnly Month { get; private set; }

    /// <summary>The step in which the person answered.</summary>
    public int Seq { get; private set; }

    /// <summary>工单编号</summary>
    public string Number { get; private set; } = "";

    /// <summary>Code of the unit in whose score the answer stands.</summary>
    public string Unit { get; private set; } = "";

    public DateTimeOffset AnsweredAt { get; private set; }

    public ExclusionGround Ground { get; private set; }

    /// <summary>理由</summary>
    public string Statement { get; private set; } = "";

    /// <summary>依据: law, case number, document; empty where the ground needs none.</summary>
    public string Basis { get; private set; } = "";

    /// <summary>Names of the photos of documents, with blanks between.</summary>
    public string Files { get; private set; } = "";

    public ExclusionState State { get; private set; }

    public DateTimeOffset AskedAt { get; private set; }

    public Guid AskedById { get; private set; }

    public string AskedBy { get; private set; } = "";

    /// <summary>By when it is to be decided.</summary>
    public DateTimeOffset DecideDueAt { get; private set; }

    public DateTimeOffset? ReviewedAt { get; private set; }

    public Guid? ReviewedById { get; private set; }

    public string? ReviewedBy { get; private set; }

    /// <summary>Code of the reviewer's unit.</summary>
    public string? ReviewedByUnit { get; private set; }

    /// <summary>初审意见: whether the reviewer is for it.</summary>
    public bool? Supported { get; private set; }

    public string? ReviewText { get; private set; }

    /// <summary>When it was decided or withdrawn.</summary>
    public DateTimeOffset? EndedAt { get; private set; }

    public Guid? EndedById { get; private set; }

    public string? EndedBy { get; private set; }

    public string? EndText { get; private set; }

    /// <summary>Changes with each step, so that of two at once one is refused.</summary>
    public Guid Version { get; private set; }

    public IReadOnlyList<string> FileList => Files.Split(' ', StringSplitOptions.RemoveEmptyEntries);

    public bool IsOpen => State is ExclusionState.Asked or ExclusionState.Reviewed;

    /// <summary>The last moment at which it may be asked for: the close of office of a working day after the callback.</summary>
    public static DateTimeOffset AskDueAt(DateTimeOffset answeredAt, CitySnapshot city) =>
        city.Calendar.AddWorkingDays(answeredAt, city.Scores.ExclusionAskDays).At;

    /// <summary>What is asked for is about this callback.</summary>
    public static Outcome<Exclusion> Ask(ScoredCallback callback, ExclusionCase said, CitySnapshot city, Actor by, DateTimeOffset at)
    {
        if (AskDueAt(callback.At, city) is var due && at > due)
            return new ExclusionTooLate(city.Calendar.Local(due), city.Scores.ExclusionAskDays);
        if (said.Problems() is { Count: > 0 } problems)
            return Refusal.Invalid(problems);
        return new Exclusion
        {
            Id = Guid.CreateVersion7(at),
            RequestId = callback.RequestId,
            Month = callback.Month,
            Seq = callback.Seq,
            Number = callback.Number,
            Unit = callback.Unit,
            AnsweredAt = callback.At,
            Ground = said.Ground!.Value,
            Statement = said.Statement.Trim(),
            Basis = said.Basis.Trim(),
            Files = string.Join(' ', said.Files),
            AskedAt = at,
            AskedById = by.Id,
            AskedBy = by.Name,
            DecideDueAt = city.Calendar.AddWorkingDays(at, city.Scores.ExclusionDecideDays).At,
            Version = Guid.CreateVersion7(at),
        };
    }

    /// <summary>初审: by somebody who is neither the applicant nor of the unit that is scored, or of one below it.</summary>
    public Refusal? Review(bool supported, string text, CitySnapshot city, Actor by, DateTimeOffset at)
    {
        if (State is not ExclusionState.Asked)
            return new ExclusionMoved(State);
        if (Involved(by, city))
            return new ReviewerInvolved();
        if (TextProblem("text", text) is { } problem)
            return Refusal.Invalid(problem);
        (State, Supported, ReviewText) = (ExclusionState.Reviewed, supported, text.Trim());
        (ReviewedAt, ReviewedById, ReviewedBy, ReviewedByUnit) = (at, by.Id, by.Name, by.UnitCode);
        Version = Guid.CreateVersion7(at);
        return null;
    }

    /// <summary>决定: by a third one.</summary>
    public Refusal? Decide(bool granted, string text, CitySnapshot city, Actor by, DateTimeOffset at)
    {
        if (State is not ExclusionState.Reviewed)
            return new ExclusionMoved(State);
        if (Involved(by, city) || by.Id == ReviewedById)
            return new ReviewerInvolved();
        if (TextProblem("text", text) is { } problem)
            return Refusal.Invalid(problem);
        End(granted ? ExclusionState.Granted : ExclusionState.Refused, text.Trim(), by, at);
        return null;
    }

    public Refusal? Withdraw(Actor by, DateTimeOffset at)
    {
        if (!IsOpen)
            return new ExclusionMoved(State);
        End(ExclusionState.Withdrawn, null, by, at);
        return null;
    }

    internal static FieldProblem? TextProblem(string field, string text) =>
        text.Trim().Length is < LeastText or > MostText
            ? new FieldProblem(field, $"请写明理由，{LeastText} 至 {MostText} 个字，现在是 {text.Trim().Length} 个字。")
            : null;

    /// <summary>A section is a part of the unit above it.</summary>
    private bool Involved(Actor by, CitySnapshot city) =>
        by.Id == AskedById
        || city.Units.Under(by.UnitCode, city.Units.Upwards(Unit).FirstOrDefault(u => u.Kind is not UnitKind.Section)?.Code ?? Unit);

    private void End(ExclusionState state, string? text, Actor by, DateTimeOffset at)
    {
        (State, EndText, EndedAt, EndedById, EndedBy) = (state, text, at, by.Id, by.Name);
        Version = Guid.CreateVersion7(at);
    }
}
