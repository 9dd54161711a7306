using Suiying.Channels.Model.Phone;
using Suiying.Contracts.Channels;
using Suiying.Contracts.Registry;

namespace Suiying.Channels.Storage;

internal sealed class PhoneTallies(ChannelsDb db, ICityRegistry registry) : IPhoneTallies
{
    public async Task<PhoneTally?> Between(DateTimeOffset from, DateTimeOffset until, CancellationToken ct)
    {
        var service = registry.Current.Phone;
        var figures = PhoneFigures.Of(await db.TimesBetween(from, until, ct), service);
        if (figures.Offered + figures.Busy == 0)
            return null;
        return new PhoneTally(figures.Offered, figures.Answered, figures.ConnectRate, figures.ServiceLevel, service.AnswerSeconds);
    }
}
