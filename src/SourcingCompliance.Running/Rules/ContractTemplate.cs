namespace SourcingCompliance.Running.Rules;

/// <summary>A contract file with every field, and the words that explain it; JSON has no comments.</summary>
public static class ContractTemplate
{
    /// <summary>
    /// The contract file. Only the clause is filled in; what is null is not stated, which is never taken for no. Each list shows one entry with
    /// every field, of a part number that no list has.
    /// </summary>
    public static string Json => """
        {
          "contractNumber": null,
          "clauseInContract": null,
          "clauseDate": "MAY 2024",
          "awardDate": null,
          "value": null,
          "acquiredOutsideUnitedStates": null,
          "placeOfUse": null,
          "specialtyMetalsClause": null,
          "lineItems": [
            { "id": "0001", "partNumber": null, "deliveryDate": null, "quantity": null }
          ],
          "endItems": [
            { "partNumber": "EXAMPLE-END-ITEM", "placeOfManufacture": null }
          ],
          "cots": [
            {
              "partNumber": "EXAMPLE-OFF-THE-SHELF",
              "basis": null,
              "massKilograms": null,
              "tungstenMassKilograms": null,
              "coveredMaterialMassKilograms": null,
              "millProduct": null,
              "incorporated": null,
              "claimedBy": null
            }
          ],
          "electronicDevices": [
            { "partNumber": "EXAMPLE-ELECTRONIC-DEVICE", "basis": null, "contractSpecifiesOtherwise": null, "claimedBy": null }
          ],
          "recycledMagnets": [
            { "partNumber": "EXAMPLE-RECYCLED-MAGNET", "basis": null, "milledIn": null, "sinteredIn": null, "claimedBy": null }
          ],
          "determinations": []
        }

        """;

    /// <summary>What each field means, where the answer stands in the contract, and what an empty one leads to.</summary>
    public static string Guidance => """
        # contract.json

        What the contract says of clause 252.225-7052. `sourcing check BOM --contract contract.json` reads it. Everything may stay `null`:
        that means *not stated* and is never taken for no. Delete the EXAMPLE entries or put part numbers of your own in their place. A claim
        without a `basis` changes nothing: a violation stays a violation, and the report asks for the basis. `claimedBy` says who makes a
        claim; it is printed with every exemption.

        | field | what it is | where it stands |
        |---|---|---|
        | `contractNumber` | number of the contract | block 2 of the SF 1449 or SF 26 |
        | `clauseInContract` | whether clause 252.225-7052 is in the contract; `false` = it is not, and `clauseDate` must then be `null` | section I |
        | `clauseDate` | date after the title of clause 252.225-7052, such as `MAY 2024`, `2024-05` or `MAY 2024 (DEVIATION 2026-O0041)`; an older clause keeps its older text | section I |
        | `awardDate` | day of award, `YYYY-MM-DD`; picks the simplified acquisition threshold, which counts only where the clause is not in the contract | block 3 |
        | `value` | value of the prime contract in US dollars | |
        | `acquiredOutsideUnitedStates` | `true` if the acquisition is made outside the United States | 225.7018-3(b) |
        | `placeOfUse` | country in which the item will be used, two letters (`US`) | 225.7018-3(b) |
        | `specialtyMetalsClause` | `true` if clause 252.225-7009 is in the contract; it binds samarium-cobalt as well | section I |
        | `lineItems` | `id`, `partNumber`, `deliveryDate` and `quantity` of each line item; the delivery date decides which rule applies | section B and F |
        | `endItems` | `partNumber` and `placeOfManufacture` of each end item | 252.225-7052(b)(1) |
        | `cots` | items claimed to be commercially available off the shelf: why (`basis`), masses in kilograms, whether it is a mill product and incorporated | 252.225-7052(c)(1)(i) |
        | `electronicDevices` | items claimed to be electronic devices: why, and whether the contract specifies otherwise | 252.225-7052(c)(1)(iii) |
        | `recycledMagnets` | magnets claimed to be of recycled material: evidence, country of milling, country of sintering | 252.225-7052(c)(1)(iv) |
        | `determinations` | nonavailability determinations and acceptances for national security, see below | 252.225-7052(c)(2), 225.7018-4, 10 U.S.C. 4872(c), (d), (e) |

        A determination is written like this:

            { "id": "ND-1", "kind": "individual", "status": "granted", "authority": "head-of-contracting-activity", "decidedBy": "…",
              "contractNumber": "…", "partNumbers": ["…"], "materials": ["ndfeb-magnet"], "quantity": null,
              "grantedOn": "2026-06-01", "expiresOn": "2028-05-31", "mitigationPlanAcceptedOn": "2026-05-15",
              "document": { "title": "D&F 26-014.pdf", "date": "2026-06-01", "sha256": "…" } }

        `kind` is `individual`, `class` or `national-security` (acceptance of an end item; it needs a quantity). `status` is `requested`, `granted`
        or `denied`. `authority` is the kind of official who decided: `head-of-contracting-activity` for one contract,
        `under-secretary-acquisition-and-sustainment` for more than one, or another whom the statute names (`senior-acquisition-executive`,
        `secretary-of-military-department`, `deputy-secretary-of-defense`, `secretary-of-defense`); without one who may decide it, nothing is
        exempt. Materials are `smco-magnet`, `ndfeb-magnet`, `tantalum`, `tungsten-powder` and
        `tungsten-heavy-alloy`. Both days count. `sourcing rules explain SC2001` to `SC2007` show what each exception needs.

        """;
}
