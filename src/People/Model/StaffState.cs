namespace Suiying.People.Model;

/// <summary>Which accounts are looked for.</summary>
public enum StaffState
{
    Any,
    Active,
    Closed,
    Locked,
    WithoutSecondFactor,

    /// <summary>An import asked for roles that nobody has granted or declined yet.</summary>
    Asking,
}
