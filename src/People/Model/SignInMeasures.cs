using System.Diagnostics.Metrics;

namespace Suiying.People.Model;

/// <summary>How often signing in failed, by the way that was tried. Never whose.</summary>
internal static class SignInMeasures
{
    public const string Password = "password";
    public const string Code = "code";
    public const string Passkey = "passkey";
    public const string City = "city";
    public const string Phone = "phone";

    private static readonly Meter Meter = new("Suiying.People");
    private static readonly Counter<long> Failures = Meter.CreateCounter<long>("suiying.sign_in.failures", "{failure}");

    public static void Failed(string way) => Failures.Add(1, new KeyValuePair<string, object?>("way", way));
}
