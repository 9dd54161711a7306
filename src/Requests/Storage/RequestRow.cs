using Suiying.Contracts.Registry;
using Suiying.Contracts.Requests;
using Suiying.Engines.Text.Personal;
using Suiying.Requests.Model;

namespace Suiying.Requests.Storage;

/// <summary>One line of a desk's list. Names come from the snapshot, never from a join.</summary>
public sealed record RequestRow
{
    public required long Serial { get; init; }
    public required string Number { get; init; }
    public required string Title { get; init; }
    public required RequestType Type { get; init; }
    public required Channel Channel { get; init; }
    public required RequestState State { get; init; }
    public required int Grade { get; init; }
    public required Confidentiality Confidentiality { get; init; }
    public required string Category { get; init; }
    public required string Area { get; init; }
    public required string? Unit { get; init; }
    public required string UnitName { get; init; }
    public required string? HandlerName { get; init; }

    /// <summary>The unit with which it lies now, where that is not the answerable one; null otherwise.</summary>
    public required string? HolderName { get; init; }
    public required DateTimeOffset RegisteredAt { get; init; }
    public required DateTimeOffset? DispatchedAt { get; init; }
    public required DateTimeOffset? DueAt { get; init; }
    public required DateTimeOffset? ReplyDueAt { get; init; }

    /// <summary>What the unit applies for and nobody has decided.</summary>
    public required ApplicationKind? Asks { get; init; }

    /// <summary>What the person said of it; beside the state, since closed is not solved.</summary>
    public required Solved? Solved { get; init; }

    /// <summary>True where it came back to its unit: a second handling, or opened again.</summary>
    public required bool Again { get; init; }

    /// <summary>True where the person of a late matter was asked.</summary>
    public required bool CalledOverdue { get; init; }

    /// <summary>The rung of 督办 on which it stands; null for none.</summary>
    public required SupervisionLevel? SupervisedAs { get; init; }

    /// <summary>True while a leader's instruction is open.</summary>
    public required bool Instructed { get; init; }

    /// <summary>The next answer owed on either.</summary>
    public required DateTimeOffset? SupervisionDueAt { get; init; }

    /// <summary>By when an open 权利请求 is answered; null for none.</summary>
    public required DateTimeOffset? ClaimDueAt { get; init; }

    /// <summary>What it asks for.</summary>
    public required DataRight? ClaimedRight { get; init; }

    /// <summary>只用文字联系: a call does not reach the person.</summary>
    public bool TextOnly { get; init; }

    public required int Supporters { get; init; }

    /// <summary>How many steps it has had; a command names it.</summary>
    public int Version { get; init; }

    /// <summary>What it waits for from whoever reads; null for nothing, and in lists that are not theirs.</summary>
    public Waiting? Waits { get; init; }
    public required bool Synthetic { get; init; }

    /// <param name="r">The request.</param>
    /// <param name="city">Names of areas and units.</param>
    /// <param name="by">Who reads; whoever only helps reads the title, which is the person's words, without their data.</param>
    public static RequestRow Of(ServiceRequest r, CitySnapshot city, Actor by) =>
        new()
        {
            Serial = r.Serial,
            Number = r.Number,
            Title = RequestAccess.OnlyHelps(by, r, city) ? Redaction.Of(r.Title) : RequestTexts.TitleOf(r),
            Type = r.Type,
            Channel = r.Channel,
            State = r.State,
            Grade = r.Grade,
            Confidentiality = r.Confidentiality,
            Category = city.Categories.FullName(r.Category),
            Area = city.Areas.FullName(r.Area),
            Unit = r.Unit,
            UnitName = city.Units.NameOf(r.Unit),
            HandlerName = r.HandlerName,
            HolderName = r.Holder == r.Unit ? null : city.Units.NameOf(r.Holder),
            RegisteredAt = r.RegisteredAt,
            DispatchedAt = r.DispatchedAt,
            DueAt = r.DueAt,
            ReplyDueAt = r.ReplyDueAt,
            Asks = r.Asks,
            Solved = r.Solved,
            Again = r.SecondHandlings + r.Reopenings > 0,
            CalledOverdue = r.OverdueCallAt is not null,
            SupervisedAs = r.SupervisedAs,
            Instructed = r.Instructed,
            SupervisionDueAt = r.SupervisionDueAt,
            ClaimDueAt = r.ClaimDueAt,
            ClaimedRight = r.ClaimedRight,
            TextOnly = r.TextOnly,
            Supporters = r.Supporters,
            Version = r.Version,
            Synthetic = r.Synthetic,
        };
}
