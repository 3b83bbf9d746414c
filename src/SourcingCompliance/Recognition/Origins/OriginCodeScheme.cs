namespace SourcingCompliance.Recognition.Origins;

/// <summary>Which list of codes the short codes of a column come from. Names are read alike under every scheme.</summary>
public enum OriginCodeScheme
{
    /// <summary>ISO 3166-1: two letters, three letters or three digits; Olympic codes that no other country has in ISO are understood too.</summary>
    Iso,

    /// <summary>
    /// Perhaps FIPS 10-4, withdrawn in 2008 and left by the DoD in 2013, still found in old exports: CH is China there, RS is Russia. A code
    /// that ISO reads otherwise stands for both countries, for no list of codes proves which one its writer used.
    /// </summary>
    Fips,

    /// <summary>GENC, the profile of ISO 3166 that the United States government uses.</summary>
    Genc,

    /// <summary>Codes of the International Olympic Committee: three letters.</summary>
    Ioc,

    /// <summary>ISO 3166-1 numeric, where leading zeros may have been lost: 36 is Australia.</summary>
    Numeric,
}
