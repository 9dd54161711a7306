using Suiying.Contracts.Channels;
using Suiying.Contracts.Registry;

namespace Suiying.Channels.Model.Messages;

/// <summary>汇总方式</summary>
public enum DigestRhythm
{
    /// <summary>随时</summary>
    AtOnce,

    /// <summary>每天一次</summary>
    Daily,

    /// <summary>每周一次</summary>
    Weekly,
}

/// <summary>通知意愿: how a person wants to be told. Who has none is told by text message, at once, in the city's language.</summary>
public sealed class MessageWishes
{
    /// <summary>A digest goes out at nine, a weekly one on Mondays; 示例.</summary>
    public static readonly TimeOnly DigestAt = new(9, 0);

    public static readonly TimeSpan AskPause = TimeSpan.FromMinutes(2);

    private MessageWishes() { }

    public MessageWishes(Guid person) => (PersonId, Sms) = (person, true);

    /// <summary>Of a member of staff, who is sent the periodicals to which they subscribed and nothing else.</summary>
    public static MessageWishes ForStaff(Guid staff) => new() { PersonId = staff, OfStaff = true };

    /// <summary>Where they are changed.</summary>
    public static string Page(bool ofStaff) => ofStaff ? "/desk/subscriptions" : "/my/messages";

    public Guid PersonId { get; private set; }

    /// <summary>See <see cref="ForStaff"/>.</summary>
    public bool OfStaff { get; private set; }

    public bool Sms { get; private set; }

    public bool Email { get; private set; }

    public bool Push { get; private set; }

    /// <summary>Meaningful where the person wrote to the city's account.</summary>
    public bool WeChat { get; private set; }

    /// <summary>zh or en; null is the city's.</summary>
    public string? Language { get; private set; }

    /// <summary>Null with <see cref="QuietTo"/> is the city's.</summary>
    public TimeOnly? QuietFrom { get; private set; }

    public TimeOnly? QuietTo { get; private set; }

    public DigestRhythm Digest { get; private set; }

    /// <summary>When the sealed address was shown to be the person's; null while it is not.</summary>
    public DateTimeOffset? EmailConfirmedAt { get; private set; }

    /// <summary>When the last confirming link was sent.</summary>
    public DateTimeOffset? AskedAt { get; private set; }

    public bool Wants(MessageChannel channel) =>
        channel switch
        {
            MessageChannel.Sms => Sms,
            MessageChannel.Email => Email && EmailConfirmedAt is not null,
            MessageChannel.WeChat => WeChat,
            _ => Push,
        };

    public void Choose(ChosenChannels channels, string? language, QuietHours? quiet, DigestRhythm digest)
    {
        (Sms, Email, Push, WeChat) = (channels.Sms, channels.Email, channels.Push, channels.WeChat);
        (Language, QuietFrom, QuietTo, Digest) = (language, quiet?.From, quiet?.To, digest);
    }

    /// <summary>退订 one channel.</summary>
    public void Stop(MessageChannel channel) => Set(channel, false);

    /// <summary>Where the person has just shown how they are reached by it.</summary>
    public void Want(MessageChannel channel) => Set(channel, true);

    private void Set(MessageChannel channel, bool wanted) =>
        (Sms, Email, Push, WeChat) = channel switch
        {
            MessageChannel.Sms => (wanted, Email, Push, WeChat),
            MessageChannel.Email => (Sms, wanted, Push, WeChat),
            MessageChannel.WeChat => (Sms, Email, Push, wanted),
            _ => (Sms, Email, wanted, WeChat),
        };

    /// <summary>Whether mail is wanted, whatever else is.</summary>
    public void WantMail(bool wanted) => Set(MessageChannel.Email, wanted);

    /// <summary>A new address is nobody's until it is confirmed.</summary>
    public void NewAddress() => EmailConfirmedAt = null;

    /// <summary>False where the last link was sent just now: an address that is not theirs is not flooded.</summary>
    public bool MayAsk(DateTimeOffset now) => AskedAt is not { } asked || now - asked >= AskPause;

    public void Asked(DateTimeOffset at) => AskedAt = at;

    public void Confirm(DateTimeOffset at) => (Email, EmailConfirmedAt) = (true, at);

    public QuietHours QuietOf(CitySnapshot city) => QuietFrom is { } from && QuietTo is { } to ? new QuietHours(from, to) : city.Quiet;

    /// <summary>When a message of now goes out, and whether it waits to be told with others.</summary>
    public (DateTimeOffset At, bool Gathered) When(MessageEvent of, CitySnapshot city, DateTimeOffset now)
    {
        // What cannot wait does not.
        if (of is MessageEvent.Emergency or MessageEvent.ConfirmEmail)
            return (now, false);
        var local = city.Calendar.Local(now).DateTime;
        // What the person has to answer is not kept for a week.
        var gathered = Digest != DigestRhythm.AtOnce && of is not (MessageEvent.MaterialNeeded or MessageEvent.Result);
        var wanted = gathered ? NextDigest(local) : local;
        var next = QuietOf(city).Next(wanted);
        return next == local ? (now, false) : (city.Calendar.StartOf(DateOnly.FromDateTime(next)) + next.TimeOfDay, gathered);
    }

    private DateTime NextDigest(DateTime local)
    {
        var next = local.Date + DigestAt.ToTimeSpan();
        while (next <= local || (Digest == DigestRhythm.Weekly && next.DayOfWeek != DayOfWeek.Monday))
            next = next.AddDays(1);
        return next;
    }
}

/// <summary>Channels that a person has ticked.</summary>
public sealed record ChosenChannels(bool Sms, bool Email, bool Push, bool WeChat = false);
