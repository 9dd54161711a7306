namespace Suiying.Contracts.Channels;

/// <summary>The telephone over some time.</summary>
/// <param name="Offered">Calls that asked for a person.</param>
/// <param name="Answered">接通</param>
/// <param name="ConnectRate">接通率, 0 to 1; null where nobody called.</param>
/// <param name="ServiceLevel">及时接听率, 0 to 1; null where nobody was answered.</param>
/// <param name="AnswerSeconds">Within how many seconds a call counts as answered in time.</param>
public sealed record PhoneTally(int Offered, int Answered, double? ConnectRate, double? ServiceLevel, int AnswerSeconds);

/// <summary>话务 in numbers, for reports; nobody's own figures are in it.</summary>
public interface IPhoneTallies
{
    /// <summary>Calls that came between two moments, the second exclusive; null where no call was ever told of.</summary>
    Task<PhoneTally?> Between(DateTimeOffset from, DateTimeOffset until, CancellationToken ct);
}
