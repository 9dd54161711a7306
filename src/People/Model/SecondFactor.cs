namespace Suiying.People.Model;

/// <summary>The authenticator program of a member of staff, and the codes for the day when it is lost. Both are sealed under keys outside the database.</summary>
public sealed class SecondFactor
{
    private SecondFactor() { }

    public Guid StaffId { get; private set; }

    public string SealedSecret { get; private set; } = "";

    /// <summary>Hashes of the recovery codes that are left.</summary>
    public string SealedCodes { get; private set; } = "";

    public DateTimeOffset ConfirmedAt { get; private set; }

    /// <summary>The half minute whose code was used last: that one and those before are used up.</summary>
    public long LastStep { get; private set; }

    /// <summary>Changes with each use, so that of two uses of one code side by side only one is saved.</summary>
    public Guid Version { get; private set; }

    public static SecondFactor Confirm(StaffUser user, string sealedSecret, string sealedCodes, long step, DateTimeOffset at) =>
        new()
        {
            StaffId = user.Id,
            SealedSecret = sealedSecret,
            SealedCodes = sealedCodes,
            ConfirmedAt = at,
            LastStep = step,
            Version = Guid.CreateVersion7(at),
        };

    public void Replace(string sealedSecret, string sealedCodes, long step, DateTimeOffset at)
    {
        (SealedSecret, SealedCodes, ConfirmedAt) = (sealedSecret, sealedCodes, at);
        UsedStep(step, at);
    }

    public void UsedStep(long step, DateTimeOffset at) => (LastStep, Version) = (step, Guid.CreateVersion7(at));

    public void KeepCodes(string sealedCodes, DateTimeOffset at) => (SealedCodes, Version) = (sealedCodes, Guid.CreateVersion7(at));
}
