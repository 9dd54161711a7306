using System.Security.Cryptography;
using System.Text.Json;
using Suiying.Contracts.People;

namespace Suiying.People.Model;

/// <summary>
/// One opening of a sealed identity: who, in which capacity, whose, for which matter and why. Only appended; each row carries the hash
/// of the one before, so that a changed or missing row is seen.
/// </summary>
public sealed class Opening
{
    /// <summary>What the first row names as the one before it.</summary>
    public static readonly string Root = new('0', 64);

    private Opening() { }

    /// <summary>Position in the chain, from 1, without gaps.</summary>
    public long Id { get; private set; }

    public Guid PersonId { get; private set; }

    /// <summary>Number or id of the matter for which it was opened.</summary>
    public string Matter { get; private set; } = "";

    public OpeningPurpose Purpose { get; private set; }

    public Guid ActorId { get; private set; }

    public string ActorName { get; private set; } = "";

    /// <summary>All roles that the actor held, separated by semicolons.</summary>
    public string ActorRoles { get; private set; } = "";

    public string? ActorUnit { get; private set; }

    public DateTimeOffset At { get; private set; }

    public string PreviousHash { get; private set; } = "";

    public string Hash { get; private set; } = "";

    public static Opening After(
        Opening? previous,
        (PersonId Person, OpeningPurpose Purpose, string Matter) what,
        Actor by,
        DateTimeOffset at
    )
    {
        var opening = new Opening
        {
            Id = (previous?.Id ?? 0) + 1,
            PersonId = what.Person.Value,
            Matter = what.Matter,
            Purpose = what.Purpose,
            ActorId = by.Id,
            ActorName = by.Name,
            ActorRoles = RoleWords.Write(by.Roles),
            ActorUnit = by.UnitCode,
            // The hash is of what is stored, and databases differ in what they keep below the millisecond.
            At = DateTimeOffset.FromUnixTimeMilliseconds(at.ToUnixTimeMilliseconds()),
            PreviousHash = previous?.Hash ?? Root,
        };
        opening.Hash = opening.ComputeHash();
        return opening;
    }

    /// <summary>True where this row is whole and follows that one; null is the start of the chain.</summary>
    public bool Follows(Opening? previous) =>
        Id == (previous?.Id ?? 0) + 1 && PreviousHash == (previous?.Hash ?? Root) && Hash == ComputeHash();

    private string ComputeHash() =>
        Convert.ToHexStringLower(
            SHA256.HashData(
                JsonSerializer.SerializeToUtf8Bytes(
                    new
                    {
                        PreviousHash,
                        Id,
                        PersonId,
                        Matter,
                        Purpose = Purpose.ToString(),
                        ActorId,
                        ActorName,
                        ActorRoles,
                        ActorUnit,
                        At = At.ToUnixTimeMilliseconds(),
                    }
                )
            )
        );
}
