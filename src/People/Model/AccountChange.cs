namespace Suiying.People.Model;

public enum AccountChangeKind
{
    Created,
    RolesChanged,
    Deactivated,
    Activated,
    PasswordGiven,
    PasswordChanged,
    Locked,
    Unlocked,
    SessionsEnded,
    SecondFactorSet,
    SecondFactorReset,
    RecoveryCodeUsed,
    PasskeyAdded,
    PasskeyRemoved,
    LoginLinked,
    LoginUnlinked,
    RolesDeclined,
}

/// <summary>One change of a staff account; only appended, written with the change itself.</summary>
public sealed class AccountChange
{
    private AccountChange() { }

    public Guid Id { get; private set; }

    public Guid AccountId { get; private set; }

    public string Login { get; private set; } = "";

    public AccountChangeKind Kind { get; private set; }

    /// <summary>What it was changed to, such as the new roles, until when it is locked, or why.</summary>
    public string Detail { get; private set; } = "";

    public Guid ActorId { get; private set; }

    public string ActorName { get; private set; } = "";

    public DateTimeOffset At { get; private set; }

    public static AccountChange Of(StaffUser account, AccountChangeKind kind, Actor by, DateTimeOffset at, string detail = "") =>
        new()
        {
            Id = Guid.CreateVersion7(at),
            AccountId = account.Id,
            Login = account.UserName!,
            Kind = kind,
            Detail = kind == AccountChangeKind.RolesChanged ? account.RoleList : detail,
            ActorId = by.Id,
            ActorName = by.Name,
            At = at,
        };
}
