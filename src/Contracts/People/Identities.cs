using Suiying.Kernel;

namespace Suiying.Contracts.People;

/// <summary>Id of a sealed person; says nothing about them.</summary>
public readonly record struct PersonId(Guid Value);

/// <summary>Who a person is. Exists only inside the seal and for the moment of an opening.</summary>
public sealed record Identity
{
    /// <summary>What the person wants to be called; may be empty.</summary>
    public string Name { get; init; } = "";

    /// <summary>Phone in E.164 without separators, such as +8613800000000; empty for a person who left none.</summary>
    public string Phone { get; init; } = "";

    /// <summary>Address the person gave for being reached; never the place of the matter.</summary>
    public string Address { get; init; } = "";

    /// <summary>E-mail address at which the person wants to be told; whether it is theirs is known where it was confirmed.</summary>
    public string Email { get; init; } = "";

    /// <summary>Says nothing: a record that prints its members would leave the seal with the first log line that mentions it.</summary>
    public override string ToString() => "Identity(sealed)";
}

/// <summary>Why an identity is opened. Each opening is logged with its purpose.</summary>
public enum OpeningPurpose
{
    /// <summary>联系诉求人: the handling unit contacts the person.</summary>
    Contact,

    /// <summary>回访</summary>
    Callback,

    /// <summary>核实: the hotline completes or corrects the record.</summary>
    Clarify,

    /// <summary>本人查阅: the person reads their own data.</summary>
    OwnData,

    /// <summary>听录音: the hotline listens to the call.</summary>
    Recording,

    /// <summary>通知: the program sends a message about the person's own matter.</summary>
    Notice,
}

/// <summary>The sealed store of identities. The caller has checked that this actor may open this matter; the seal logs every opening.</summary>
public interface ISealedIdentities
{
    /// <summary>
    /// Seals an identity under an id that the caller minted. Where the phone is already known, the id of that person is returned and used
    /// instead; without a phone, where the e-mail address is that of somebody who has no phone either. A name or address that was still missing there, or under the same id, is filled in; nothing that was there is changed.
    /// </summary>
    /// <exception cref="ArgumentException">The phone is not a telephone number, or a member is longer than 200 characters.</exception>
    Task<PersonId> Seal(PersonId id, Identity identity, CancellationToken ct);

    /// <summary>
    /// Seals many at once, each as <see cref="Seal"/> does but that nothing is filled in where a phone is known. The ids to be used, in
    /// the order given.
    /// </summary>
    /// <exception cref="ArgumentException">As for <see cref="Seal"/>; then none is sealed.</exception>
    Task<IReadOnlyList<PersonId>> SealAll(IReadOnlyList<(PersonId Id, Identity Identity)> people, CancellationToken ct);

    /// <summary>Opens an identity for a purpose, and logs who opened whose for which matter. Null where there is none or it was erased.</summary>
    Task<Identity?> Open(PersonId id, OpeningPurpose purpose, string matter, Actor by, CancellationToken ct);

    /// <summary>True while something is sealed of them.</summary>
    Task<bool> Knows(PersonId id, CancellationToken ct);

    /// <summary>Seals the e-mail address that the person themselves gave; an empty one takes it out. False where nothing is sealed of them.</summary>
    /// <exception cref="ArgumentException">It is longer than 200 characters.</exception>
    Task<bool> SetEmail(PersonId id, string email, CancellationToken ct);

    /// <summary>Erases what is sealed of these persons and leaves their ids, as they themselves can; ids without an identity are passed over.</summary>
    /// <returns>How many were erased now.</returns>
    Task<int> Erase(IReadOnlyCollection<PersonId> ids, CancellationToken ct);

    /// <summary>The person with this phone, by blind index; nothing is opened.</summary>
    Task<PersonId?> FindByPhone(string phone, CancellationToken ct);

    /// <summary>Whether this is the address sealed of the person; nothing is handed out.</summary>
    Task<bool> HasEmail(PersonId id, string email, CancellationToken ct);

    /// <summary>What agents may see without opening: 138****0000. Null where there is no phone.</summary>
    Task<string?> MaskedPhone(PersonId id, CancellationToken ct);
}

/// <summary>Members of staff as other modules may know them.</summary>
/// <param name="Id">Account id.</param>
/// <param name="Name">Work name or post.</param>
/// <param name="Unit">Code of the unit, or null.</param>
/// <param name="Roles">What they may act as.</param>
/// <param name="Login">Sign-in name.</param>
public sealed record StaffMember(Guid Id, string Login, string Name, string? Unit, IReadOnlySet<Role> Roles);

/// <summary>Finds members of staff without knowing how their accounts are kept.</summary>
public interface IStaffDirectory
{
    /// <summary>Active staff of one unit.</summary>
    Task<IReadOnlyList<StaffMember>> OfUnit(string unit, CancellationToken ct);

    Task<StaffMember?> Find(Guid id, CancellationToken ct);

    Task<StaffMember?> FindByLogin(string login, CancellationToken ct);
}

/// <summary>Codes sent to a phone, by which a resident shows that the phone is theirs.</summary>
public interface IPhoneCodes
{
    /// <summary>Sends a code; refused when asked too often.</summary>
    Task<Outcome<Done>> Send(string phone, CancellationToken ct);

    /// <summary>Checks a code once; refused after too many wrong tries or when it has expired.</summary>
    Task<Outcome<Done>> Check(string phone, string code, CancellationToken ct);
}
