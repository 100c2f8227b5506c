namespace NetflixPrep.Core.Stories;

/// <summary>Words that any answer in an interview may hold, so that sharing them says nothing.</summary>
internal static class CommonWords
{
    private const string All = """
        about above across actual actually added after again against agreed almost alone already although always among amount another answer anyone anything around asked asking
        based became because become before began begin behind being better between billion bring brought build building built
        called cannot careful cause change changed changes check clear close coming company compare compared could course created
        daily decide decided decision deploy deployed deployment design designed different difference directly doing during
        early either engineer engineers engineering enough error errors every everybody everyone everything example except expect explain explained
        fewer figure final finally first fixed focus follow found friend further
        getting given giving going great group groups
        having helped higher hours however hundred
        ideas impact important improve improved improvement inside instead issue itself
        keeping knowing known
        large larger later launch launched learn learned learning least leave level likely little longer looked lower
        making manager managers match maybe means meant measure measured meeting member members might million minute minutes missing model models modelling month months moved
        named nearly needed never nothing notice number numbers
        offer offline often online order other others owner
        parts people percent perhaps person personal place plan planned point possible problem problems process product production project projects promised proposed prove
        quality quarter question questions quickly quite
        rather reach ready really reason reasons release released report result results return review reviewed right round
        second seconds senior service services several share shared short should showed shown simple simpler since single situation small smaller somebody someone something speed spent start started still stopped story system systems
        taken taking teams telling tension tested testing thank their there these thing things think third those though thought thousand three through times today together tomorrow topic total towards track trade train trained training trying turned twice
        under understand until using users usual
        value version
        waited wanted watch weeks where whether which while whole without worked working works would write wrote
        years yesterday
        """;

    public static HashSet<string> Stems { get; } = [.. All.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Select(StoryTold.Stem)];
}
