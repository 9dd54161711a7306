using System.Net;
using System.Net.Sockets;

namespace Suiying.People.Model;

/// <summary>By what somebody showed who they are.</summary>
public enum SignInWay
{
    Demo,
    Password,
    PasswordAndCode,
    PasswordAndRecoveryCode,
    Passkey,
    CityLogin,
    CityLoginAndCode,
    CityLoginAndRecoveryCode,
}

/// <summary>One signed-in browser of a member of staff, from sign-in until it ends.</summary>
public sealed class StaffSession
{
    private StaffSession() { }

    public Guid Id { get; private set; }

    public Guid StaffId { get; private set; }

    public SignInWay Way { get; private set; }

    /// <summary>Browser and system without versions: enough to know one's own again.</summary>
    public string Browser { get; private set; } = "";

    /// <summary>The network and not the machine: the last part of the address is left out.</summary>
    public string Network { get; private set; } = "";

    public DateTimeOffset StartedAt { get; private set; }

    /// <summary>To within a few minutes.</summary>
    public DateTimeOffset SeenAt { get; private set; }

    public DateTimeOffset? EndedAt { get; private set; }

    public static StaffSession Start(StaffUser user, SignInWay way, string? agent, IPAddress? address, DateTimeOffset at) =>
        new()
        {
            Id = Guid.CreateVersion7(at),
            StaffId = user.Id,
            Way = way,
            Browser = BrowserOf(agent ?? ""),
            Network = NetworkOf(address),
            StartedAt = at,
            SeenAt = at,
        };

    // The order matters: nearly every browser also names those that it wants to be taken for.
    private static string BrowserOf(string agent)
    {
        var browser =
            agent.Contains("MicroMessenger", StringComparison.Ordinal) ? "微信"
            : agent.Contains("Edg", StringComparison.Ordinal) ? "Edge"
            : agent.Contains("Firefox", StringComparison.Ordinal) ? "Firefox"
            : agent.Contains("Chrome", StringComparison.Ordinal) ? "Chrome"
            : agent.Contains("Safari", StringComparison.Ordinal) ? "Safari"
            : "其他浏览器";
        var system =
            agent.Contains("Android", StringComparison.Ordinal) ? "Android"
            : agent.Contains("HarmonyOS", StringComparison.Ordinal) ? "HarmonyOS"
            : agent.Contains("iPhone", StringComparison.Ordinal) || agent.Contains("iPad", StringComparison.Ordinal) ? "iOS"
            : agent.Contains("Windows", StringComparison.Ordinal) ? "Windows"
            : agent.Contains("Mac OS", StringComparison.Ordinal) ? "macOS"
            : agent.Contains("Linux", StringComparison.Ordinal) ? "Linux"
            : "";
        return system.Length == 0 ? browser : $"{browser} · {system}";
    }

    private static string NetworkOf(IPAddress? address)
    {
        if (address is null)
            return "";
        var plain = address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address;
        if (IPAddress.IsLoopback(plain))
            return "本机";
        var bytes = plain.GetAddressBytes();
        return plain.AddressFamily == AddressFamily.InterNetwork
            ? $"{bytes[0]}.{bytes[1]}.{bytes[2]}.*"
            : $"{bytes[0]:x2}{bytes[1]:x2}:{bytes[2]:x2}{bytes[3]:x2}:{bytes[4]:x2}{bytes[5]:x2}:*";
    }
}
